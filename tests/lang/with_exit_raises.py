class CM:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        raise RuntimeError("from exit")


try:
    with CM():
        raise ValueError("from body")
except RuntimeError as e:
    print(e, repr(e.__context__))


class Enter:
    def __enter__(self):
        raise OSError("no entry")

    def __exit__(self, *a):
        print("never")


try:
    with Enter():
        pass
except OSError as e:
    print(e)
