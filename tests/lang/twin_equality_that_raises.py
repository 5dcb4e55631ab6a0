class Bad:
    def __eq__(self, o):
        raise ValueError("no comparing")

    def __hash__(self):
        return 1


for f in (lambda: [Bad()].index(5), lambda: Bad() in [1], lambda: [Bad()] == [1], lambda: {Bad(): 1}[Bad()], lambda: {Bad(), Bad()}, lambda: [1].remove(Bad()), lambda: (1,).count(Bad()), lambda: {1: Bad()} == {1: 2}):
    try:
        print(f())
    except ValueError as e:
        print(e)
b = Bad()
print(b in [b], [b].index(b), {b: 1}[b], [b] == [b])
