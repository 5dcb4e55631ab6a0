import asyncio
import time


def slow(n):
    time.sleep(n)
    print("ends", n)


async def main():
    asyncio.get_running_loop().run_in_executor(None, slow, 0.2)
    asyncio.create_task(asyncio.to_thread(slow, 0.1))
    await asyncio.sleep(0)
    print("main returns")


asyncio.run(main())
print("after run")
loop = asyncio.new_event_loop()
loop.run_in_executor(None, slow, 0.2)
print("the program ends")
raise SystemExit(3)
