class Resource:
    def __init__(self, name, fail=False):
        self.name = name
        self.fail = fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail:
            raise RuntimeError(f"cannot enter {self.name}")
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None)
        return False


with Resource("a") as a, Resource("b") as b:
    print(a, b)
with (
    Resource("c") as c,
    Resource("d"),
):
    print(c)
try:
    with Resource("e"), Resource("f", fail=True), Resource("g"):
        print("never")
except RuntimeError as error:
    print(error)
