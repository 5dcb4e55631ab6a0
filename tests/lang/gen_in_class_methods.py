class Tree:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        yield from self.items
        yield "end"

    def pairs(self):
        for a in self:
            for b in self:
                yield a, b


t = Tree(1, 2)
print(list(t), len(list(t.pairs())), [*t], tuple(t), "end" in t)
a, b, c = t
print(a, b, c)
