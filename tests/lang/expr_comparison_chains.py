def v(x):
    print("value", x)
    return x


print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 == 2 != 1)
print(v(1) < v(0) < v(5))
print(1 == 1.0 == True, "a" < "b" <= "b", [1, 2] < [1, 3] < [2])
print(1 in [1] == True, 2 not in [1] is not False)
