import asyncio
from enum import Enum, auto


class State(Enum):
    CLOSED = auto()
    OPEN = auto()
    HALF_OPEN = auto()


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, limit, rest):
        self.limit, self.rest = limit, rest
        self.failures = self.refused = 0
        self.state = State.CLOSED

    async def call(self, function):
        if self.state is State.OPEN:
            self.refused += 1
            if self.refused == self.rest:
                self.state = State.HALF_OPEN
            raise CircuitOpen
        try:
            result = await function()
        except ConnectionError:
            self.failures += 1
            if self.failures >= self.limit or self.state is State.HALF_OPEN:
                self.state, self.refused = State.OPEN, 0
            raise
        self.failures, self.state = 0, State.CLOSED
        return result


async def main():
    breaker, up = Breaker(2, 2), False

    async def service():
        await asyncio.sleep(0)
        if not up:
            raise ConnectionError("down")
        return "answer"

    for step in range(9):
        up = step >= 6
        before = breaker.state.name
        try:
            outcome = await breaker.call(service)
        except (ConnectionError, CircuitOpen) as error:
            outcome = repr(error)
        print(f"{step} {before:>9} -> {breaker.state.name:<9} {outcome}")
        await asyncio.sleep(0)


asyncio.run(main())
