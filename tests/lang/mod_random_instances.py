import random
a, b = random.Random(1), random.Random(1)
print(a.random() == b.random(), a.randint(1, 6), b.randint(1, 6), a.choice([1, 2, 3]), random.Random(5).sample(range(10), 3))
state = a.getstate()
x = [a.random() for _ in range(3)]
a.setstate(state)
print(x == [a.random() for _ in range(3)])
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.randint(1.5, 2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
