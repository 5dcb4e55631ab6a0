import asyncio
from graphlib import CycleError, TopologicalSorter

STEPS = {"cake": {"dough", "oven"}, "dough": {"flour", "eggs"}, "oven": set(), "party": {"cake", "tea"},
         "tea": {"water"}}


async def make(step):
    await asyncio.sleep(0)
    return step


async def build(graph):
    sorter = TopologicalSorter({k: sorted(v) for k, v in graph.items()})
    sorter.prepare()
    rounds = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        rounds.append(await asyncio.gather(*map(make, ready)))
        sorter.done(*ready)
    return rounds


async def build_by_tasks(graph):
    tasks, log = {}, []

    async def run(step):
        await asyncio.gather(*(task(s) for s in sorted(graph.get(step, ()))))
        log.append(await make(step))

    def task(step):
        if step not in tasks:
            tasks[step] = asyncio.create_task(run(step))
        return tasks[step]

    await task("party")
    return log


async def main():
    for ready in await build(STEPS):
        print(ready)
    print(await build_by_tasks(STEPS))
    try:
        await build({"hen": {"egg"}, "egg": {"hen"}})
    except CycleError as error:
        print(error.args[0])


asyncio.run(main())
