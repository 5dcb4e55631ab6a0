import copy

class A:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return f"A({self.x})"
a = A([1, [2]])
b = copy.deepcopy(a)
a.x[1].append(3)
print(a, b)
shared = [1]
two = copy.deepcopy([shared, shared])
print(two, two[0] is two[1], two[0] is shared)
loop = [1]; loop.append(loop)
c = copy.deepcopy(loop)
print(c[1] is c, c[1] is loop)
t = (1, (2, 3)); u = (1, [2])
print(copy.deepcopy(t) is t, copy.deepcopy(u), copy.deepcopy(u) is u)
print(copy.deepcopy({"a": [1, {"b": (1, [2])}], "s": {1, 2}}), copy.deepcopy([[0] * 3 for _ in range(2)]))
class Node:
    def __init__(self, v):
        self.v, self.next, self.prev = v, None, None
n, m = Node(1), Node(2)
n.next, m.prev = m, n
k = copy.deepcopy(n)
print(k.next.prev is k, k.next.v, k is n)
class Own:
    def __deepcopy__(self, memo):
        return type(memo).__name__
print(copy.deepcopy([Own()]))
class S:
    __slots__ = ("p", "q")
s = S(); s.p = [1]
d = copy.deepcopy(s); s.p.append(2)
print(d.p, hasattr(d, "q"))
