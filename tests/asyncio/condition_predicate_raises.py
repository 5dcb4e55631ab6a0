import asyncio


async def main():
    condition = asyncio.Condition()
    answers = iter([False, ZeroDivisionError("predicate")])

    def predicate():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def waiter():
        async with condition:
            await condition.wait_for(predicate)

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    try:
        await task
    except ZeroDivisionError as error:
        print(error, condition.locked())


asyncio.run(main())
