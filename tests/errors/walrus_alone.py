x := 5
print((f() := 1))
y = [i := 0 for i in range(3)]
