import random
random.seed(42)
print(random.random(), random.uniform(1, 5), random.randint(1, 100), random.randrange(10), random.randrange(0, 100, 7), random.choice("abc"), random.getrandbits(40))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample(["a", "b", "c"], 2), random.choices("xyz", k=6), random.choices([1, 2, 3], weights=[5, 1, 1], k=5), random.choices([1, 2], cum_weights=[1, 4], k=3))
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.expovariate(2), random.triangular(0, 10, 5), random.betavariate(2, 3), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4), random.gammavariate(2, 1))
for seed in (0, 1, -5, 2 ** 70, "text", 1.5, b"bytes", True):
    random.seed(seed)
    print(seed, random.random(), random.randint(1, 10 ** 12))
