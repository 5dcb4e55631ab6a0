import types


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


a = list[int]
check(lambda: a, lambda: dict[str, int], lambda: tuple[int, ...], lambda: tuple[()], lambda: list["x"], lambda: list[None], lambda: a.__origin__, lambda: a.__args__, lambda: a([1]), lambda: a == list[int], lambda: a == list[str], lambda: hash(a) == hash(list[int]), lambda: isinstance([], a), lambda: issubclass(list, a),
      lambda: a.append, lambda: a.foo, lambda: type(a), lambda: a | None, lambda: int | a, lambda: int[int], lambda: type[int], lambda: enumerate[int], lambda: list[types.SimpleNamespace], lambda: types.GenericAlias(list, (int,)), lambda: len(a))
class S(list[int]): pass
print(S.__mro__, S.__orig_bases__, S([1]))
