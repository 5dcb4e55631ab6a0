def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


u = int | str
check(lambda: u, lambda: int | None, lambda: None | int, lambda: int | int, lambda: int | str | int, lambda: u.__args__, lambda: isinstance(1, u), lambda: isinstance(1.0, u), lambda: issubclass(bool, u), lambda: u == (str | int), lambda: hash(u) == hash(str | int), lambda: type(u), lambda: u | float, lambda: int | 5, lambda: u[int], lambda: u(), lambda: isinstance(None, int | None),
      lambda: isinstance([], int | list[int]), lambda: (int | str) | (str | float), lambda: None | None, lambda: isinstance(1, (int | str, float)), lambda: {int | str: 1})
def f(x: int | None = None) -> list[str]: ...
print(f.__annotations__)
try:
    raise KeyError
except (KeyError, ValueError) as e:
    print(isinstance(e, KeyError | ValueError))
