import asyncio


async def main():
    condition = asyncio.Condition()
    plates = 0

    async def guest(name):
        nonlocal plates
        async with condition:
            while not plates:
                print(name, "waits")
                await condition.wait()
            plates -= 1
            print(name, "eats")

    tasks = [asyncio.create_task(guest(n)) for n in "ABC"]
    await asyncio.sleep(0)
    for _ in tasks:
        async with condition:
            plates += 1
            print("a plate")
            condition.notify_all()
        await asyncio.sleep(0.02)
    await asyncio.gather(*tasks)


asyncio.run(main())
