import random
random.seed(1)
print([random.randint(1, 6) for _ in range(20)], [random.randrange(50) for _ in range(10)], [random.randrange(10, 50, 3) for _ in range(10)], random.randrange(10 ** 30), random.randint(-5, 5), random.randrange(10, 0, -1))
for f in (lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 10, 0), lambda: random.randrange(1.5), lambda: random.randrange(3, 3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
