import queue
q = queue.Queue(maxsize=2)
q.put(1)
q.put_nowait(2)
print(q.full(), q.qsize(), q.get(), q.get_nowait(), q.empty())
for f in (q.get_nowait, lambda: [q.put_nowait(i) for i in range(3)]):
    try:
        f()
    except (queue.Empty, queue.Full) as e:
        print(type(e).__name__)
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
s = queue.LifoQueue()
for x in "abc":
    s.put(x)
print([p.get() for _ in range(3)], [s.get() for _ in range(3)])
