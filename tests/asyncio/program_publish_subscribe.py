import asyncio
from collections import defaultdict


class Hub:
    def __init__(self):
        self.subscribers = defaultdict(list)

    def subscribe(self, topic):
        queue = asyncio.Queue()
        self.subscribers[topic].append(queue)
        return queue

    def unsubscribe(self, topic, queue):
        self.subscribers[topic].remove(queue)

    async def publish(self, topic, message):
        for queue in list(self.subscribers[topic]):
            await queue.put(message)

    async def close(self):
        for topic in self.subscribers:
            await self.publish(topic, None)


async def listener(name, hub, topic, log, most=99):
    queue = hub.subscribe(topic)
    try:
        while most and (message := await queue.get()) is not None:
            log[name].append(message)
            most -= 1
    finally:
        hub.unsubscribe(topic, queue)


async def main():
    hub, log = Hub(), defaultdict(list)
    tasks = [asyncio.create_task(listener(*a)) for a in (
        ("Ann", hub, "news", log), ("Bob", hub, "news", log, 1), ("Cy", hub, "sport", log))]
    await asyncio.sleep(0)
    for topic, message in ("news", "rain"), ("sport", "3:1"), ("weather", "nobody hears"), ("news", "sun"):
        await hub.publish(topic, message)
        await asyncio.sleep(0)
    await hub.close()
    await asyncio.gather(*tasks)
    print(dict(log))
    print({topic: len(subs) for topic, subs in hub.subscribers.items()})


asyncio.run(main())
