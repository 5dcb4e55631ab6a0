import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def nested(n):
    token = level.set(n)
    await asyncio.sleep(0)
    try:
        if n < 3:
            await nested(n + 1)
        print("level", level.get())
    finally:
        level.reset(token)


async def other(token):
    try:
        level.reset(token)
    except ValueError as error:
        print("the token" + str(error).rsplit(">", 1)[-1])


async def main():
    await nested(1)
    print(level.get())
    token = level.set(9)
    await asyncio.create_task(other(token))
    print(level.get())


asyncio.run(main())
