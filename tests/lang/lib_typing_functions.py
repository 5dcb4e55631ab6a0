from typing import *


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


def f(a: int, b: "List[str]" = None, *args: float, **kw: "Optional[Box]") -> Union[int, None]: ...
class Box:
    a: int
    b: "Optional[Box]"
    c: ClassVar[int] = 3
    d: Annotated[int, "m"]
class Sub(Box):
    e: "list[int]"
check(lambda: get_type_hints(f), lambda: f.__annotations__, lambda: get_type_hints(Sub), lambda: get_type_hints(Box, include_extras=True), lambda: get_type_hints(3), lambda: get_type_hints(print), lambda: cast(int, "x"), lambda: TYPE_CHECKING, lambda: assert_never(1), lambda: ForwardRef("X"))
@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2
print(twice(2), twice("a"), len(get_overloads(twice)))
@overload
def only(x: int) -> int: ...
check(lambda: only(1))
@final
class Last: pass
print(Last.__final__)
def bad(x: "nowhere"): ...
check(lambda: get_type_hints(bad))
