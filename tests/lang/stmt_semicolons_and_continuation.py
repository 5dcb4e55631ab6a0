a = 1; b = 2; print(a, b)
total = a + \
    b
print(total)
print((
    a,
    b,  # a remark
))
if a: print("one line")
while b: b -= 1
