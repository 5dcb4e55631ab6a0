d = {"a": 1}
print(dict.get(d, "a"), dict.__getitem__(d, "a"), d.__contains__("a"), d.__len__(), d.__eq__({"a": 1}), d.__eq__(5), d.__ne__({}), d.__or__({"b": 2}), d.__ror__({"b": 2}), d.__ior__({"c": 3}), d)
d.__setitem__("z", 26)
d.__delitem__("a")
print(d, list(d.__iter__()), list(d.__reversed__()), dict.__name__, d.__class__ is dict)
get = d.get
d["late"] = 1
print(get("late"), d.keys().__len__(), d.items().__contains__(("z", 26)))
print({}.__or__(5), set().__or__([1]), {1}.__and__({1, 2}), {1}.__sub__({1}), {1}.__xor__({2}), {1}.__le__({1, 2}), {1}.__lt__([1]), {1}.__contains__(1), frozenset([1]).__hash__() == hash(frozenset([1])))
print((1, 2).__add__((3,)), (1,).__mul__(2), (1,).__contains__(1), (1,).__hash__() == hash((1,)), (1,).__eq__([1]), range(3).__len__(), range(3).__getitem__(1), range(3).__contains__(2), range(3).__eq__(5))
