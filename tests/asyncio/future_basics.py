import asyncio


async def main():
    future = asyncio.Future()
    print(future.done(), future.cancelled(), future.get_loop() is asyncio.get_running_loop())
    future.set_result([1, 2])
    print(future.done(), future.cancelled(), future.result(), future.exception())
    print(await future is future.result())
    failed = asyncio.Future()
    failed.set_exception(KeyError("k"))
    print(failed.done(), repr(failed.exception()))
    try:
        failed.result()
    except KeyError as error:
        print(repr(error), error is failed.exception())


asyncio.run(main())
