import heapq


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


h = []
for x in [5, 3, 8, 1, 9, 2]:
    heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(len(h))])
h = [9, 7, 5, 3, 1, 8, 6, 4, 2, 0]
heapq.heapify(h)
print(h, heapq.heapreplace(h, 10), h, heapq.heappushpop(h, -1), heapq.heappushpop(h, 99), h)
print(heapq.nlargest(3, h), heapq.nsmallest(3, h), heapq.nlargest(2, ["a", "ccc", "bb"], key=len), heapq.nsmallest(1, [3, 1]), heapq.nlargest(0, [1]), heapq.nsmallest(20, [2, 1]))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge(["aaa", "b"], ["cc"], key=len, reverse=True)), list(heapq.merge()))
check(lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify(3), lambda: heapq.heappush([1], "a"), lambda: heapq.heapreplace([], 1), lambda: heapq.nsmallest("a", [1]))
tasks = []
for item in [(2, "b"), (1, "z"), (1, "a")]:
    heapq.heappush(tasks, item)
print([heapq.heappop(tasks) for _ in range(3)])
