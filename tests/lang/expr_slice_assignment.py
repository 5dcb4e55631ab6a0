s = list(range(6))
s[1:3] = ["a", "b", "c"]
print(s)
s[::2] = [0] * len(s[::2])
print(s)
s[2:2] = [9, 9]
print(s)
s[1:-1] = []
print(s)
del s[0:1]
print(s)
try:
    [1, 2, 3][::2] = [1]
    x = [1, 2, 3]
    x[::2] = [1]
except ValueError as e:
    print(e)
