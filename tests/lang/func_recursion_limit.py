def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as e:
    print(type(e).__name__, e)


class Loop:
    def __repr__(self):
        return repr(self)


try:
    repr(Loop())
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])


def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 1


print(900 < depth() <= 1000)
