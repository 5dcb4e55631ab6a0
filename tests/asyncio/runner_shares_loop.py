import asyncio


async def main(n):
    loops.append(asyncio.get_running_loop())
    await asyncio.sleep(0)
    return n * n


loops = []
with asyncio.Runner() as runner:
    print([runner.run(main(n)) for n in range(4)])
    print(all(loop is runner.get_loop() for loop in loops))
    loop = runner.get_loop()
    print(loop.is_closed(), loop.is_running())
print(loop.is_closed())
