class Swallow:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.error = error
        return kind is not None and issubclass(kind, self.kinds)


with Swallow(KeyError) as s:
    {}["x"]
print(repr(s.error))
try:
    with Swallow(KeyError) as s:
        1 / 0
except ZeroDivisionError as error:
    print(error, s.error is error)
with Swallow(KeyError) as s:
    pass
print(s.error)
