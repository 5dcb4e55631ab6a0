"""Shortest ways with a heap, and a walk in breadth with a deque."""
import heapq
from collections import deque


def neighbours(x, y, size):
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        if 0 <= x + dx < size and 0 <= y + dy < size:
            yield x + dx, y + dy


def dijkstra(size):
    best = {(0, 0): 0}
    heap = [(0, 0, 0)]
    while heap:
        cost, x, y = heapq.heappop(heap)
        if cost > best[x, y]:
            continue
        for nx, ny in neighbours(x, y, size):
            new = cost + (nx * 7 + ny * 13) % 10 + 1
            if new < best.get((nx, ny), 1 << 30):
                best[nx, ny] = new
                heapq.heappush(heap, (new, nx, ny))
    return best[size - 1, size - 1]


def breadth(size):
    seen = {(0, 0)}
    queue = deque([(0, 0, 0)])
    while queue:
        x, y, steps = queue.popleft()
        for n in neighbours(x, y, size):
            if n not in seen:
                seen.add(n)
                queue.append((*n, steps + 1))
    return steps


print(dijkstra(110), breadth(150))
