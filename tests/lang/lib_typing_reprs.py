import typing
from typing import *


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


T = TypeVar("T"); U = TypeVar("U", int, str); C = TypeVar("C", covariant=True); K = TypeVar("K", contravariant=True)
for name in ["Any", "Union", "Optional", "List", "Dict", "Tuple", "Type", "Callable", "Iterable", "Generator", "Awaitable", "ClassVar", "Final", "Literal", "Annotated", "Generic", "Protocol", "NoReturn", "Self", "Deque", "Counter", "ContextManager", "AnyStr", "Hashable"]:
    print(name, getattr(typing, name))
check(lambda: (T, U, C, K), lambda: List[int], lambda: Dict[str, int], lambda: Tuple[int, ...], lambda: Tuple[()], lambda: List["Foo"], lambda: List[None], lambda: Optional[int], lambda: Optional[None], lambda: Union[int], lambda: Union[int, str, int],
      lambda: Union[None, int, str], lambda: Union[Union[int, str], float], lambda: Callable[[int, str], bool], lambda: Callable[..., int], lambda: Callable[[], None], lambda: Iterable[int], lambda: Generator[int, None, str], lambda: Type[int],
      lambda: Literal["a", 1, None], lambda: Literal[Literal[1, 2], 3, 1], lambda: Annotated[int, "x"], lambda: Annotated[Annotated[int, 1], 2], lambda: Generic[T], lambda: DefaultDict[str, List[int]], lambda: ClassVar[int], lambda: Final[int],
      lambda: Dict[str, Any], lambda: Callable[[int], Callable[[str], None]], lambda: Optional[List["X"]], lambda: AsyncIterator[str], lambda: Coroutine[int, str, float])
