from typing import *
import collections.abc


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: Union[int, str] == Union[str, int], lambda: Optional[int] == (int | None), lambda: (int | None) == Optional[int], lambda: List[int] == List[int], lambda: List[int] is List[int], lambda: Literal[1] == Literal[True], lambda: hash(List[int]) == hash(List[int]),
      lambda: get_origin(List[int]), lambda: get_args(Dict[str, int]), lambda: get_origin(Union[int, str]), lambda: get_args(Optional[int]), lambda: get_args(Callable[[int], str]), lambda: get_args(Callable[..., str]), lambda: get_origin(int), lambda: get_origin(list[int]), lambda: get_args(dict[str, int]),
      lambda: get_origin(int | str), lambda: get_args(Literal[1, "x"]), lambda: get_origin(Annotated[int, 1]), lambda: get_args(Annotated[int, 1]), lambda: Iterable[int].__origin__, lambda: List.__origin__, lambda: Callable[[int], str].__args__, lambda: get_args(collections.abc.Callable[[int], str]),
      lambda: isinstance([], List), lambda: isinstance([], List[int]), lambda: isinstance(1, Union[int, str]), lambda: isinstance(1, Any), lambda: isinstance(1, Iterable), lambda: issubclass(list, List), lambda: List(), lambda: Union(), lambda: Any(), lambda: List[int]([1]) if False else None,
      lambda: List[int] | None, lambda: int | List[int], lambda: "x" | List[int])
