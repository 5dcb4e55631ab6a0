class A:
    @property
    def broken(self):
        raise AttributeError("inside the property")

    @property
    def fails(self):
        raise KeyError("k")

    def __getattr__(self, name):
        return f"fallback {name}"


class B:
    @property
    def broken(self):
        return self.missing


print(A().broken, A().anything, hasattr(A(), "x"), hasattr(B(), "broken"), getattr(B(), "broken", "default"))
for f in (lambda: A().fails, lambda: B().broken, lambda: getattr(A(), "fails", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
