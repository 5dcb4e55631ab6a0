from itertools import chain


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(chain("ab", [1], range(2), {"k": 1}, (x for x in "z"))), lambda: list(chain()), lambda: list(chain.from_iterable(["ab", [1, 2]])),
      lambda: list(chain.from_iterable(x for x in ([1], (2,)))), lambda: list(chain(5)), lambda: list(chain([1], 5)), lambda: chain.from_iterable(5),
      lambda: chain(a=1), lambda: sum(chain([1, 2], [3])), lambda: list(chain.from_iterable({"ab": 1, "cd": 2})))
def noisy(n):
    print("start", n)
    yield n
    print("end", n)
for x in chain(noisy(1), noisy(2)):
    print("got", x)
class Mine:
    def __iter__(self):
        return iter([1, 2])
print(list(chain(Mine(), [3])), list(chain.from_iterable([Mine(), [4]])))
