import queue


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


q = queue.Queue(maxsize=2)
q.put(1); q.put(2)
print(q.full(), q.qsize(), q.empty())
check(lambda: q.put_nowait(3), lambda: q.put(3, block=False), lambda: q.put(3, timeout=0.01), lambda: q.get(), lambda: q.get_nowait(), lambda: q.get(block=False), lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1), lambda: q.task_done(), lambda: q.task_done(), lambda: q.task_done(), lambda: q.join())
p = queue.PriorityQueue()
for item in [(3, "c"), (1, "a"), (2, "b")]:
    p.put(item)
l = queue.LifoQueue()
for i in range(3):
    l.put(i)
s = queue.SimpleQueue()
s.put("x")
print([p.get() for _ in range(3)], [l.get() for _ in range(3)], s.get(), s.empty(), s.qsize())
print(queue.Empty.__mro__, queue.Full.__mro__[1])
