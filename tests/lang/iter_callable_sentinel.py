n = 0


def tick():
    global n
    n += 1
    return n


print(list(iter(tick, 5)), n)
it = iter(tick, 8)
print(type(it).__name__, next(it), next(it), next(it, "end"), next(it, "end"))


def stops():
    raise StopIteration


print(list(iter(stops, 1)))
for x in iter(lambda: input_lines.pop(0), "") if (input_lines := ["a", "b", "", "c"]) else []:
    print(x)
