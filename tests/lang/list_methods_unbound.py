f = [].append
g = list.append
a = [1]
g(a, 2)
a.append(3)
pop = a.pop
print(a, pop(), pop(0), a)
print(list.index([5, 6], 6), list.__eq__([1], [1]), list.__eq__([1], 5), list.__lt__([1], (1,)), [1].__ne__([2]), [1].__add__([2]), [1].__iadd__("ab"), [1].__mul__(2), [1].__rmul__(2), [1].__reversed__().__next__())
print([].__repr__(), [1, 2].__str__(), list.__name__, [].__class__ is list, callable([].sort))
