import asyncio


async def main():
    return "ran"


def attempt(name, function):
    try:
        print(name, function())
    except RuntimeError as error:
        print(name, "-", error)


runner = asyncio.Runner()
print(runner.close())
runner = asyncio.Runner()
attempt("run", lambda: runner.run(main()))
runner.close()
runner.close()
coroutine = main()
attempt("closed", lambda: runner.run(coroutine))
coroutine.close()
attempt("loop", lambda: runner.get_loop())
attempt("enter", lambda: runner.__enter__())
