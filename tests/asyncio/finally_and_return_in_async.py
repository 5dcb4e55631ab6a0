import asyncio


async def overrides():
    try:
        await asyncio.sleep(0)
        return "try"
    finally:
        return "finally"


async def swallows():
    try:
        raise ValueError
    finally:
        return "swallowed"


async def loops():
    for i in range(3):
        try:
            await asyncio.sleep(0)
            if i == 1:
                continue
            print("body", i)
        finally:
            print("finally", i)
            if i == 2:
                break
    else:
        print("never")
    return i


async def main():
    print(await overrides(), await swallows(), await loops())


asyncio.run(main())
