import copy

class A:
    def __init__(self, x):
        self.x = x
        self.l = [1, [2]]
    def __repr__(self):
        return f"A({self.x}, {self.l})"
a = A(1)
b = copy.copy(a)
a.l.append(9); a.x = 2
print(a, b, b.l is a.l)
for v in ([1, [2]], {"a": [1]}, {1, 2}, (1, 2), "s", 5, None, frozenset([1]), range(3), b"x"):
    w = copy.copy(v)
    print(w, w is v, w == v)
class Own:
    def __copy__(self):
        return "my copy"
print(copy.copy(Own()), copy.copy(A), copy.copy(len))
class L(list): pass
l = L([1]); l.tag = ["t"]
m = copy.copy(l)
print(m, type(m).__name__, m.tag is l.tag)
