import asyncio


class Replica:
    def __init__(self, name, delay, broken=False):
        self.name, self.delay, self.broken, self.data = name, delay, broken, {}

    async def write(self, key, value):
        await asyncio.sleep(self.delay)
        if self.broken:
            raise ConnectionError(self.name)
        self.data[key] = value
        return self.name


async def write_quorum(replicas, key, value, needed):
    acknowledged, failed = [], []
    tasks = [asyncio.create_task(r.write(key, value)) for r in replicas]
    for finished in asyncio.as_completed(tasks):
        try:
            acknowledged.append(await finished)
        except ConnectionError as error:
            failed.append(str(error))
        if len(acknowledged) >= needed:
            break
        if len(failed) > len(replicas) - needed:
            raise RuntimeError(f"no quorum: {failed} failed")
    late = sum(not t.done() for t in tasks)
    await asyncio.wait(tasks)
    return acknowledged, failed, late


async def main():
    replicas = [Replica("A", 0.14), Replica("B", 0.07), Replica("C", 0.21), Replica("D", 0, broken=True)]
    print(await write_quorum(replicas, "x", 1, 2))
    print([r.data for r in replicas])
    try:
        await write_quorum(replicas[:1] + replicas[3:], "x", 2, 2)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
