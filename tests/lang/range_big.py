b = 10 ** 20
r = range(b, b + 10, 3)
print(r, len(r), list(r), r[1], r[-1], r[1:], b + 3 in r, b + 4 in r, r.index(b + 6), r.count(b), list(reversed(r)), r[::-1])
big = range(0, 10 ** 30, 10 ** 10)
print(big[5], big[-1], big[10 ** 15], big[2:5], big[::10 ** 5], 3 * 10 ** 10 in big, bool(big), bool(range(b, b)))
try:
    len(big)
except OverflowError as e:
    print(e)
it = iter(range(2 ** 47 - 3, 2 ** 47 + 3))
print(list(it))
print(list(range(-2 ** 63 - 2, -2 ** 63 + 3)), list(range(2 ** 64, 2 ** 64 - 5, -2)), sum(range(2 ** 63, 2 ** 63 + 4)))
print(list(range(0, 10 ** 18, 3 * 10 ** 17)), range(2 ** 62, -2 ** 62, -2 ** 61)[2])
for i in range(10 ** 25, 10 ** 25 + 2):
    print(i)
try:
    big[10 ** 40]
except IndexError as e:
    print(e)
print(range(5)[10 ** 30:], range(5)[-10 ** 30:], range(5)[::10 ** 30], range(0, 100, 10 ** 30))
