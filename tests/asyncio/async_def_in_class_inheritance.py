import asyncio
from abc import ABC, abstractmethod


class Step(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    async def run(self, value):
        await asyncio.sleep(0)
        return value

    async def __call__(self, value):
        result = await self.run(value)
        print(f"{type(self).__name__}({self.name}): {value} -> {result}")
        return result


class Add(Step):
    async def run(self, value):
        return await super().run(value) + 1


class AddTwice(Add):
    async def run(self, value):
        return await super().run(await super().run(value))


class Logged(Step):
    async def run(self, value):
        print("logged", self.name)
        return await super().run(value)


class LoggedAdd(Logged, Add):
    pass


async def main():
    for step in Add("a"), AddTwice("b"), LoggedAdd("c"):
        await step(1)
    try:
        Step("abstract")
    except TypeError as error:
        print(error)


asyncio.run(main())
