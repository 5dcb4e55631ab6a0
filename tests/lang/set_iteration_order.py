def order(values):
    return list(set(values))


seed = 1


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed // 65536 % n


for n in (1, 3, 4, 5, 6, 10, 17, 20, 40, 100):
    for spread in (10, 50, 1000, 10 ** 9):
        print(order([rand(spread) for _ in range(n)]))
        print(order([rand(spread) - spread // 2 for _ in range(n)]))
        print(order([rand(spread) / 8 for _ in range(n)]))
        print(order([(rand(spread), rand(3)) for _ in range(n)]))
print(order([2 ** 70 + i for i in range(20)]), order([True, 2.0, 1, -1, 0]))
print(order(i * 1024 for i in range(50)))
