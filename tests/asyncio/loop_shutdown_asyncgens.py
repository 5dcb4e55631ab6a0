import asyncio


async def count():
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        print("closed at", n)


async def main(kept):
    for _ in range(2):
        print(await kept.__anext__())


loop = asyncio.new_event_loop()
kept = count()
loop.run_until_complete(main(kept))
print("still open")
loop.run_until_complete(loop.shutdown_asyncgens())
print("end")
loop.close()
