from dataclasses import dataclass, field, make_dataclass


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@dataclass(frozen=True)
class Frozen:
    x: int = 1
@dataclass
class Open:
    x: int = 1
def order():
    @dataclass
    class A:
        a: int = 1
        b: int
def mutable():
    @dataclass
    class A:
        a: list = []
def thaw():
    @dataclass
    class A(Frozen):
        c: int = 1
def freeze():
    @dataclass(frozen=True)
    class A(Open): ...
def no_annotation():
    @dataclass
    class A:
        x = field(default=1)
def set_hash():
    @dataclass(unsafe_hash=True)
    class A:
        x: int
        def __hash__(self): return 1
check(order, mutable, thaw, freeze, no_annotation, set_hash, lambda: field(default=1, default_factory=list), lambda: make_dataclass("M", ["a", "a"]), lambda: make_dataclass("M", ["for"]), lambda: make_dataclass("M", ["1a"]))
