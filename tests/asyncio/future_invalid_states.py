import asyncio


def attempt(name, function):
    try:
        print(name, repr(function()))
    except (asyncio.InvalidStateError, asyncio.CancelledError) as error:
        print(name, type(error).__name__, error.args)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    attempt("result", future.result)
    attempt("exception", future.exception)
    future.set_result(1)
    attempt("set_result", lambda: future.set_result(2))
    attempt("set_exception", lambda: future.set_exception(ValueError()))
    attempt("cancel", future.cancel)
    dropped = loop.create_future()
    attempt("cancel", lambda: dropped.cancel("why"))
    attempt("cancel", dropped.cancel)
    attempt("result", dropped.result)
    attempt("exception", dropped.exception)
    attempt("set_result", lambda: dropped.set_result(2))
    print(asyncio.InvalidStateError.__mro__[1].__name__)


asyncio.run(main())
