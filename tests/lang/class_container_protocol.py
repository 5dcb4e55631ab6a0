class Grid:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, value):
        return value in self.cells.values()

    def __len__(self):
        return len(self.cells)

    def __iter__(self):
        return iter(sorted(self.cells))

    def __reversed__(self):
        return iter(sorted(self.cells, reverse=True))


g = Grid()
g[1, 2] = "x"
g[0, 5] = "y"
del g[1, 2]
g[3, 3] = "z"
g[2, 4] = "w"
print(g[0, 5], g[9, 9], "y" in g, "q" in g, len(g), list(g), list(reversed(g)))
