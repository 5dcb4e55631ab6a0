# Long computations on great ints.
f = 1
for i in range(1, 301):
    f *= i
print(f, sum(int(c) for c in str(f)), len(str(f)))
a, b = 0, 1
for _ in range(500):
    a, b = b, a + b
print(a, a.bit_length(), a % 10 ** 9, pow(7, a, 10 ** 12))
