class E:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other), end="; ")
        return isinstance(other, E) and self.n == other.n

    def __repr__(self):
        return "E" + str(self.n)


def names(s):
    return [x.n for x in s]


s = {E(1), E(4), E(2)}
print(names(s))
s.add(E(4))
s.add(E(7))
print(names(s))
print(E(7) in s, E(10) in s, 1 in s)
s.discard(E(1))
s.discard(E(100))
print(names(s))
try:
    s.remove(E(55))
except KeyError as e:
    print(repr(e))
t = {E(4), E(5), E(8)}
print(names(s | t))
print(names(s & t))
print(names(s - t))
print(names(s ^ t))
print(s == t, s <= t, {E(4)} <= s, s.isdisjoint(t), s == {E(2), E(4), E(7)})
s |= t
print(names(s))
s -= {E(5)}
print(names(s))
s &= {E(8), E(2)}
print(names(s))
s ^= {E(8), E(3)}
print(names(s))
s.update([E(3), E(6)], (E(9),))
print(names(s))
print(names(s.union([E(6), E(12)])), names(s.intersection([E(6)])), names(s.difference([E(6)])))
print(names(set(E(i % 4) for i in range(8))), len(frozenset([E(1), E(1)])))
