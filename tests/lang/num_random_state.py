import random
random.seed(4)
state = random.getstate()
first = [random.random(), random.gauss(0, 1), random.randint(1, 100)]
random.setstate(state)
print(first == [random.random(), random.gauss(0, 1), random.randint(1, 100)], state[0], len(state[1]), random.randbytes(6))
a, b = random.Random(9), random.Random(9)
print([a.random() for _ in range(3)] == [b.random() for _ in range(3)], a.getstate() == b.getstate())
