class Bad:
    def __eq__(self, other):
        raise ValueError("cannot compare")

    def __hash__(self):
        return 1


b = Bad()
for what in (lambda: 5 in [b], lambda: [b].index(5), lambda: [b].count(5), lambda: [b].remove(5), lambda: [b] == [5], lambda: {b: 1}[1], lambda: {b: 1}.get(1), lambda: 1 in {b},
             lambda: {b, 1}, lambda: {b: 1} == {1: 1}, lambda: {b} | {1}, lambda: (b,) < (5,), lambda: b in [b], lambda: {b: 1}[b]):
    try:
        print(what())
    except ValueError as e:
        print(e)


class NoTruth:
    def __eq__(self, other):
        return self

    def __bool__(self):
        raise TypeError("no truth")


for what in (lambda: 5 in [NoTruth()], lambda: [NoTruth()] == [5], lambda: [1, NoTruth()].index(5)):
    try:
        print(what())
    except TypeError as e:
        print(e)
