import bisect
import heapq
h = [5, 1, 8, 3, 2]
heapq.heapify(h)
print(h, heapq.heappop(h), h)
heapq.heappush(h, 0)
print(h, heapq.heappushpop(h, 4), heapq.heapreplace(h, 9), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])))
print([heapq.heappop(h) for _ in range(len(h))])
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect(a, 9))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, bisect.bisect_left(["a", "bbb"], 2, key=len))
tasks = []
for item in [(2, "b"), (1, "z"), (2, "a")]:
    heapq.heappush(tasks, item)
print([heapq.heappop(tasks) for _ in range(3)])
