from itertools import zip_longest


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(zip_longest("abc", [1])), lambda: list(zip_longest("ab", [1, 2, 3], fillvalue="-")), lambda: list(zip_longest()), lambda: list(zip_longest("", [])),
      lambda: list(zip_longest((x for x in "ab"), range(3), fillvalue=0)), lambda: zip_longest(5), lambda: zip_longest([1], a=1))
