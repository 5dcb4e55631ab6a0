import reprlib

print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set("abcdefgh")), reprlib.repr(10 ** 100), reprlib.repr((1,)), reprlib.repr([[[[[[[1]]]]]]]))
r = reprlib.Repr()
r.maxlist = 2; r.maxstring = 10
print(r.repr([1, 2, 3]), r.repr("abcdefghijklmnop"))
class Tree(list):
    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        return "Tree(" + ", ".join(map(repr, self)) + ")"
t = Tree([1]); t.append(t)
print(t)
