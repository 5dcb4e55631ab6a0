import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    late = loop.call_at(now + 0.04, print, "late")
    early = loop.call_at(now + 0.02, print, "early")
    past = loop.call_at(now - 5, print, "past")
    print(late.when() == now + 0.04, early.when() == now + 0.02, past.when() == now - 5)
    print(past < early < late, late >= early, early == late, early <= early, late > past)
    await asyncio.sleep(0.08)
    print(late.when() == now + 0.04, late.cancelled())


asyncio.run(main())
