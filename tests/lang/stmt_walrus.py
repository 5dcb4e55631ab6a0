if (n := len("abcd")) > 3:
    print(n)
print([y := 5, y ** 2], y)
values = [1, 5, 2, 9]
print([double for v in values if (double := v * 2) > 5], double)
while (last := values.pop()) != 5:
    print(last)
