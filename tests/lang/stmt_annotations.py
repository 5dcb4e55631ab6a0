x: int = 3
y: "anything at all"
z: list[int] | None = [1]


class C:
    a: int
    b: str = "b"


def f(p: int, *q: str, r: float = 1.5, **s: bool) -> "C":
    local: dict[str, int] = {}
    unset: int
    return local


print(x, z, __annotations__)
print(C.__annotations__, C.b, hasattr(C, "a"))
print(f.__annotations__, f(1))
