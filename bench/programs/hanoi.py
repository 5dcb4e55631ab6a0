"""Recursion that moves disks between lists."""


def move(n, source, target, spare):
    if n == 0:
        return 0
    moves = move(n - 1, source, spare, target)
    target.append(source.pop())
    return moves + 1 + move(n - 1, spare, target, source)


pegs = [list(range(18, 0, -1)), [], []]
print(move(18, *pegs), len(pegs[1]))
