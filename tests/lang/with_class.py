class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


with CM("a") as a:
    print(a)
with CM("b") as b, CM("c") as c:
    print(b, c)
with (
    CM("d"),
    CM("e", swallow=True) as e,
):
    raise ValueError("inside")
print("after")
try:
    with CM("f"):
        raise KeyError("k")
except KeyError as e:
    print("outside", e)
