a = [1]
a.append(a)
d = {}
d["d"] = d
t = ([],)
t[0].append(t)
print(a, d, t, [a], {"x": a})
d2 = {"k": [d, a]}
d2["self"] = d2
print(d2, d2.values(), d2.items())
class N:
    def __init__(self):
        self.kids = [self]
    def __repr__(self):
        return "N(%d)" % len(self.kids)
n = N()
print(n.kids)
class L(list):
    pass
l = L()
l.append(l)
print(l)
class V:
    def __repr__(self):
        return "V"
b = [V()]
b.append(b)
print(b)
e = {"v": V()}
e["e"] = e
print(e)
