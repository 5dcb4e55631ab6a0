print("a" 1)
x = [1, 2 3]
d = {"a": 1
     "b": 2}
print(hello world)
