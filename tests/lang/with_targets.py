class CM:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self.v

    def __exit__(self, *a):
        return None


class Box:
    pass


box, items = Box(), [0]
with CM((1, (2, 3))) as (a, (b, c)), CM(5) as box.x, CM(6) as items[0]:
    print(a, b, c, box.x, items)
try:
    with CM(1) as (p, q):
        pass
except TypeError as e:
    print(e)
