from collections import deque


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


d = deque([1, 2, 3])
d.append(4); d.appendleft(0); print(d, d.pop(), d.popleft(), d)
d.extend("ab"); d.extendleft("xy"); print(d, len(d), d[0], d[-1], bool(d), bool(deque()))
for k in range(-4, 8):
    q = deque(range(5)); q.rotate(k); print(k, list(q))
d.reverse(); print(d); d.clear(); print(d)
check(lambda: deque().pop(), lambda: deque().popleft(), lambda: deque(5), lambda: d.extend(3), lambda: d.append())
total = 0
q = deque(range(1000))
for i in range(5000):
    q.append(q.popleft() + 1)
    total += q[0]
print(total, len(q))
