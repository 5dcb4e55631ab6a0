"""f-strings with format specs, % and str.format."""


def work(n):
    length = 0
    for i in range(n):
        x = i / 7
        length += len(f"{i:>8} | {x:10.3f} | {i * 3:,} | {i % 2 == 0}")
        length += len("%5d %-10s %.2f" % (i, "name", x))
        length += len("{:05d} {:e} {}".format(i, x, i))
    return length


print(work(160_000))
