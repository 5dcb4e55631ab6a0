from itertools import combinations, combinations_with_replacement, permutations


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(combinations("abc", 2)), lambda: list(combinations(range(4), 3)), lambda: list(combinations("ab", 0)), lambda: list(combinations("ab", 3)),
      lambda: list(combinations_with_replacement("ab", 2)), lambda: list(combinations_with_replacement("", 1)), lambda: list(permutations("abc", 2)),
      lambda: list(permutations([1, 2, 3])), lambda: list(permutations("ab", 3)), lambda: len(list(permutations(range(6)))), lambda: list(combinations((x for x in "xyz"), 2)),
      lambda: combinations([1], -1), lambda: combinations(5, 1), lambda: combinations([1], "a"), lambda: combinations([1]), lambda: permutations([1], "a"),
      lambda: permutations([1], -1), lambda: list(combinations(iterable="ab", r=1)), lambda: list(permutations("ab", r=None)))
