from itertools import product


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(product("ab", [1, 2])), lambda: list(product([0, 1], repeat=3)), lambda: list(product()), lambda: list(product([])), lambda: list(product("ab", [])),
      lambda: list(product("ab", repeat=0)), lambda: list(product((x for x in "ab"), range(2))), lambda: product([1], repeat=-1), lambda: product([1], repeat="a"),
      lambda: product([1], foo=1), lambda: product(5), lambda: sum(1 for _ in product(range(10), repeat=3)))
