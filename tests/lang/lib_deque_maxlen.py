from collections import deque


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


q = deque(maxlen=3)
for i in range(5):
    q.append(i)
    q.appendleft(-i)
    print(q)
check(lambda: deque([1, 2, 3], 2), lambda: deque(iterable="abc", maxlen=2), lambda: deque([], -1), lambda: deque([], "a"), lambda: deque([1, 2], 0), lambda: deque([1], 1).insert(0, 2),
      lambda: deque([1, 2], 3).maxlen, lambda: setattr(q, "maxlen", 1), lambda: deque(1, 2, 3), lambda: deque([1, 2, 3], 2) * 2, lambda: deque([1], 2) + deque([2, 3]))
def tail(lines, n):
    return list(deque(lines, n))
print(tail((x for x in range(10)), 3))
