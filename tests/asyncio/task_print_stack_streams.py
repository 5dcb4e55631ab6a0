import asyncio
import contextlib
import io
import re


def shown(task, **options):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        task.print_stack(**options)
    for name, text in ("out", out.getvalue()), ("err", err.getvalue()):
        print(name, re.sub(r"(?<=[\" ])/\S*/", "", text).splitlines())


async def inner():
    await asyncio.sleep(1)


async def outer(fails):
    await asyncio.sleep(0)
    if fails:
        raise KeyError("salt")
    await inner()


async def main():
    waits, failed = asyncio.create_task(outer(False), name="waits"), asyncio.create_task(outer(True), name="failed")
    await asyncio.wait([failed])
    await asyncio.sleep(0)
    shown(waits)
    shown(failed)
    shown(failed, limit=0)
    print([f.f_code.co_name for f in waits.get_stack()], len(failed.get_stack(limit=1)))
    file = io.StringIO()
    waits.print_stack(file=file)
    failed.print_stack(file=file)
    print(len(file.getvalue().splitlines()))
    waits.cancel()
    await asyncio.wait([waits])
    shown(waits)


asyncio.run(main())
