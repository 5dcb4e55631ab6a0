import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "only a message"})
    loop.call_exception_handler({})
    loop.call_exception_handler({"message": "more", "zulu": 1, "alpha": "two"})
    loop.call_exception_handler({"message": "an error", "exception": ValueError("v")})
    loop.default_exception_handler({"message": "asked directly", "dish": ["tea"]})
    print("end")


asyncio.run(main())
