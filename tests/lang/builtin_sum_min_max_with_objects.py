class N:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return N(self.n + (o.n if isinstance(o, N) else o))

    __radd__ = __add__

    def __lt__(self, o):
        return self.n < o.n

    def __gt__(self, o):
        return self.n > o.n

    def __repr__(self):
        return f"N{self.n}"


ns = [N(3), N(1), N(2)]
print(sum(ns), min(ns), max(ns), sorted(ns), min(ns, key=lambda x: -x.n), max(N(1), N(5)), sum(ns, N(10)))
ns.sort(reverse=True)
print(ns)
