import asyncio


async def race(notify_first):
    loop = asyncio.get_running_loop()
    condition = asyncio.Condition()
    when = loop.time() + 0.02

    def notify():
        print("notify, locked:", condition.locked())
        task = asyncio.create_task(condition.acquire())
        task.add_done_callback(lambda _: (condition.notify(), condition.release()))

    if notify_first:
        loop.call_at(when, notify)
    async with condition:
        try:
            async with asyncio.timeout_at(when):
                if not notify_first:
                    loop.call_at(when, notify)
                print("woken", await condition.wait())
        except TimeoutError:
            print("timeout", condition.locked())
    await asyncio.sleep(0.02)


async def main():
    await race(True)
    await race(False)


asyncio.run(main())
