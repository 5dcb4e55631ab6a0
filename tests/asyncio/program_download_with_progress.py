import asyncio

FILES = {"a.iso": 5, "b.txt": 1, "c.png": 3}


class Aborted(Exception):
    pass


async def chunks(name):
    for i in range(FILES[name]):
        await asyncio.sleep(0)
        if name == "c.png" and i == 2:
            raise Aborted(f"{name}: connection lost in chunk {i}")
        yield bytes([65 + i]) * 4


async def download(name, progress):
    data, done = b"", 0
    try:
        async for chunk in chunks(name):
            data += chunk
            done += 1
            await progress.put((name, done, FILES[name]))
        return data
    finally:
        await progress.put((name, None, None))


async def show(progress, left):
    while left:
        name, done, total = await progress.get()
        if done is None:
            left -= 1
            print(f"{name:<6} over")
        else:
            print(f"{name:<6} [{'#' * done:<{total}}] {done / total:>4.0%}")


async def main():
    progress = asyncio.Queue()
    shown = asyncio.create_task(show(progress, len(FILES)))
    results = await asyncio.gather(*(download(n, progress) for n in FILES), return_exceptions=True)
    await shown
    print({name: r if isinstance(r, Exception) else len(r) for name, r in zip(FILES, results)})


asyncio.run(main())
