class Grid:
    def __getitem__(self, key):
        return key

    def __call__(self, *args, **kwargs):
        return args, kwargs


g = Grid()
print(g[1], g[1, 2], g[1:2], g[::2, ...], g[()], g["a":"b":3])
print(g(), g(1, x=2), g(*[1, 2], **{"y": 3}))
