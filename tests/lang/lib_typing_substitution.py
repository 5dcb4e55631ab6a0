from typing import *


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


T = TypeVar("T"); U = TypeVar("U")
check(lambda: List[T][int], lambda: Dict[T, U][int, str], lambda: Dict[T, T][int], lambda: Union[T, List[T]][int], lambda: Callable[[T], T][int], lambda: Optional[T][str], lambda: Tuple[T, ...][int], lambda: List[List[T]].__parameters__,
      lambda: Dict[T, U][int], lambda: List[int][int], lambda: List[int, str], lambda: Dict[int], lambda: Callable[int], lambda: Generic[int], lambda: Generic[T, T], lambda: Union[()], lambda: List[Union], lambda: List[ClassVar[int]], lambda: Annotated[int],
      lambda: TypeVar("X", int), lambda: TypeVar("X", int, str, bound=int), lambda: TypeVar("X", covariant=True, contravariant=True), lambda: list[T][int], lambda: dict[str, T][int], lambda: (list[T] | int)[str], lambda: list[int][int])
