"""Integer arithmetic in a while loop."""


def run(limit):
    total = 0
    i = 0
    while i < limit:
        if i % 3 == 0 or i % 5 == 0:
            total += i
        else:
            total -= i // 7
        i += 1
    return total


print(run(4_000_000))
