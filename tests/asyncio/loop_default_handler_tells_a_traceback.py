import asyncio


def deep(n):
    if n == 0:
        raise ValueError("deep")
    deep(n - 1)


async def main():
    loop = asyncio.get_running_loop()
    try:
        deep(2)
    except ValueError as error:
        loop.call_exception_handler({"message": "caught by hand", "exception": error})
    print("end")


asyncio.run(main())
