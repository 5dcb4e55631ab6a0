class E:
    def __init__(self, n, log=False):
        self.n, self.log = n, log

    def __eq__(self, o):
        if self.log:
            print("eq", self.n, o if isinstance(o, int) else o.n)
        return self.n == (o if isinstance(o, int) else o.n)

    def __hash__(self):
        return self.n

    def __repr__(self):
        return f"E{self.n}"


a = [E(1), E(2), E(3, True)]
print(a.index(E(2)), a.count(E(1)), E(3) in a, a == [E(1), E(2), E(3)], (E(1),) == (E(1),), {E(1): 1} == {E(1): 1}, {E(1), E(2)} == {E(2), E(1)}, a.index(3))
a.remove(E(2))
print(a, E(1) in {E(1)}, {E(5): "five"}[E(5)], {5: "int"}.get(E(5)), {E(1)} | {E(1)}, {E(1), E(2)} - {E(2)}, [1, 2].index(E(2)), E(9) in (1, 2), {E(1): 0}.items() == {E(1): 0}.items())
d = {E(1): "a"}
d[E(1)] = "b"
print(d, d.pop(E(1)), d, d.setdefault(E(4), []), d.get(E(4)), E(4) in d.keys(), len({E(i % 3) for i in range(9)}))
