"""How a loop works: generators, a line of the ready, a heap of sleepers, a virtual clock."""
import heapq
from collections import deque
from itertools import count


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        return (yield self)


class Spawn(Sleep):
    def __init__(self, coroutine):
        self.coroutine = coroutine


class Loop:
    def __init__(self):
        self.now, self.ready, self.sleeping = 0, deque(), []
        self.number, self.results = count(), []

    def run(self, coroutine):
        self.ready.append((coroutine, None))
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, sleeper = heapq.heappop(self.sleeping)
                self.ready.append((sleeper, self.now))
            task, value = self.ready.popleft()
            try:
                request = task.send(value)
            except StopIteration as stop:
                self.results.append((task.__name__, stop.value, self.now))
            else:
                self.obey(task, request)
        return self.results

    def obey(self, task, request):
        match request:
            case Spawn(coroutine=new):
                self.ready += [(new, None), (task, new)]
            case Sleep(seconds=s):
                heapq.heappush(self.sleeping, (self.now + s, next(self.number), task))


async def cook(dish, minutes):
    print(f"{dish} goes in")
    now = await Sleep(minutes)
    print(f"{dish} comes out at {now}")
    return dish


async def main():
    for dish, minutes in ("bread", 30), ("pizza", 12), ("cake", 30):
        await Spawn(cook(dish, minutes))
    await Sleep(20)
    return "main"


for result in Loop().run(main()):
    print(result)
