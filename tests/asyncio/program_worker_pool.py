import asyncio


async def worker(name, queue, results):
    while True:
        number = await queue.get()
        try:
            if number == 13:
                raise ValueError("unlucky")
            await asyncio.sleep(0)
            results[number] = (name, number ** 2)
        except ValueError as error:
            results[number] = (name, error)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    results = {}
    for n in (3, 13, 5, 8, 2):
        queue.put_nowait(n)
    workers = [asyncio.create_task(worker(f"worker-{i}", queue, results)) for i in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    ended = await asyncio.gather(*workers, return_exceptions=True)
    for number, (name, outcome) in sorted(results.items()):
        print(f"{number:>3} {name} {outcome!r}")
    print([type(e).__name__ for e in ended])


asyncio.run(main())
