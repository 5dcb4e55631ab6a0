"""Backtracking with generators and sets."""


def place(n, row=0, columns=frozenset(), left=frozenset(), right=frozenset()):
    if row == n:
        yield ()
        return
    for c in range(n):
        if c in columns or row + c in left or row - c in right:
            continue
        for rest in place(n, row + 1, columns | {c}, left | {row + c}, right | {row - c}):
            yield (c,) + rest


print(sum(1 for _ in place(8)), next(place(10)))
