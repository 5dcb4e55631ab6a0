class Key:
    def __init__(self, name, h):
        self.name, self.h = name, h

    def __hash__(self):
        print("hash", self.name, end="; ")
        return self.h

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other), end="; ")
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return "<" + self.name + ">"


def show(*what):
    print("=>", *what)


a, b, c = Key("a", 1), Key("b", 1), Key("c", 2)
d = {a: 1, b: 2, c: 3}
show(d)
show(d[Key("b", 1)])
show(d.get(Key("z", 1), "none"))
show(Key("c", 2) in d, Key("c", 1) in d)
d[Key("a", 1)] = "new"
show(d)
show(d.setdefault(Key("b", 1), 9), d.setdefault(Key("n", 7), 9))
show(d.pop(Key("c", 2)), d.pop(Key("q", 2), "default"))
del d[Key("b", 1)]
show(d)
try:
    d[Key("zz", 5)]
except KeyError as e:
    show("KeyError", e)
try:
    del d[Key("zz", 1)]
except KeyError as e:
    show("KeyError", e)
try:
    d.pop(Key("zz", 1))
except KeyError as e:
    show("KeyError", e)
show(1 in d)
d2 = dict(d)
show(d2 == d)
show({Key("a", 1): "new", Key("n", 7): 9} == d)
d2.update({Key("a", 1): 0})
show(d2)
show(d | {Key("n", 7): 1})
show(dict.fromkeys([Key("a", 1), Key("a", 1)]))
show(dict([(Key("a", 1), 1), (Key("a", 1), 2)]))
show({k: 1 for k in (a, b, a)})
show(a in d.keys(), (Key("a", 1), "new") in d.items())
