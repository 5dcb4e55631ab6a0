import asyncio
import contextvars

dish = contextvars.ContextVar("dish", default="none")


async def order(name):
    before = dish.get()
    dish.set(name)
    return before, dish.get()


with asyncio.Runner() as runner:
    print(runner.run(order("tea")))
    print(runner.run(order("soup")))
    own = contextvars.copy_context()
    print(runner.run(order("fish"), context=own))
    print(own[dish], runner.run(order("rice")))
print(dish.get())
