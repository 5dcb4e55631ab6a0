import heapq

class Job:
    def __init__(self, p, name):
        self.p, self.name = p, name
    def __lt__(self, other):
        return self.p < other.p
    def __repr__(self):
        return f"{self.name}{self.p}"

jobs = [Job((i * 7) % 10, "j") for i in range(10)]
heapq.heapify(jobs)
print(jobs)
heapq.heappush(jobs, Job(-1, "first"))
print(jobs, heapq.heappop(jobs), heapq.heapreplace(jobs, Job(5, "r")), heapq.heappushpop(jobs, Job(0, "q")), jobs)
print(heapq.nsmallest(2, jobs), heapq.nlargest(2, jobs), list(heapq.merge([Job(1, "a"), Job(3, "a")], [Job(2, "b")])))
mixed = [(1, Job(2, "x")), (1, Job(1, "y")), (0, Job(9, "z"))]
heapq.heapify(mixed)
print([heapq.heappop(mixed) for _ in range(3)])
