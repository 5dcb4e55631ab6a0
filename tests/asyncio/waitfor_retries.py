import asyncio


async def flaky(attempt):
    await asyncio.sleep(0.06 if attempt < 2 else 0)
    if attempt == 2:
        raise ConnectionError("refused")
    return f"answer {attempt}"


async def main():
    for attempt in range(5):
        try:
            print(await asyncio.wait_for(flaky(attempt), timeout=0.02))
            break
        except asyncio.TimeoutError:
            print("attempt", attempt, "timed out")
        except ConnectionError as error:
            print("attempt", attempt, error)


asyncio.run(main())
