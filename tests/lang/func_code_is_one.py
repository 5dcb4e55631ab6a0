# A function has one code object, which all functions of one def share.
def f():
    pass


def make():
    def inner():
        pass

    return inner


print(f.__code__ is f.__code__, make().__code__ is make().__code__, f.__code__ is make().__code__)
print({f.__code__: 1}[f.__code__])
g = make()
g.__code__ = f.__code__
print(g.__code__ is f.__code__)


def gen():
    yield


print(gen().gi_code is gen.__code__)
