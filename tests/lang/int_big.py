a = 2 ** 200
b = 3 ** 150
print(a, -b, a + b, a - b, a * b, b // a, b % a, -b // a, -b % a, divmod(-a, b), a > b, a == 2 ** 200, hash(a))
print(a & b, a | b, a ^ b, ~a, a >> 150, a << 10, -a >> 190, a.bit_length(), pow(a, b, 1000007), int(a / b), float(a))
print(int("9" * 60), str(10 ** 50), hex(a), oct(2 ** 70), bin(2 ** 65), f"{a:,}", f"{a:x}", f"{-b:_}", int("-" + "8" * 40))
x = 2 ** 47 - 1
for i in range(4):
    print(x + i, -x - i, (x + i) * 2, (x + i) - (x + i - 1), (x + i) // 3)
print(2 ** 63, -2 ** 63, 2 ** 64 - 1, (2 ** 64) // (2 ** 32), 2 ** 64 == 2.0 ** 64, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 20 < 1e20 + 1e5)
