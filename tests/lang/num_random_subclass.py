import random
class Half(random.Random):
    def random(self):
        return 0.5
class Counted(random.Random):
    def __init__(self, seed):
        super().__init__(seed)
        self.calls = 0
    def getrandbits(self, k):
        self.calls += 1
        return super().getrandbits(k)
h, c = Half(), Counted(5)
print(h.randint(1, 10), h.choice("abcd"), h.uniform(0, 8), h.sample(range(10), 3), h.choices("xyz", k=2), h.gauss(0, 1))
print(c.randint(1, 10), c.calls, c.choice("abcd"), c.calls, c.random(), c.calls)
