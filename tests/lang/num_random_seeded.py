import random
for seed in (0, 1, 42, -7, 2 ** 100, "text", "", b"bytes", 3.5, True):
    random.seed(seed)
    print(seed, random.random(), random.random(), random.getrandbits(40))
