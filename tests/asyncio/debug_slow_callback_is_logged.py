import asyncio
import logging
import re
import time


class Printer(logging.Handler):
    def emit(self, record):
        text = re.sub(r"(at |File \")\S*/", r"\1", record.getMessage())
        text = re.sub(r" (wait_for|cb)=.*(?= took)| created at (tasks|base_events)\S+", "", text)
        text = re.sub(r"when=\S+ ", "", text)
        print(record.levelname, re.sub(r"(took \d\.\d)\d\d", r"\1", text))


logging.getLogger("asyncio").addHandler(Printer())


async def chop():
    time.sleep(0.2)


async def bake():
    time.sleep(0.15)
    await asyncio.sleep(0.01)
    time.sleep(0.05)


def ring(n):
    time.sleep(n)


def stop_debugging(loop):
    loop.set_debug(False)
    time.sleep(0.03)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await chop()
    await asyncio.create_task(bake(), name="baker")
    loop.call_soon(ring, 0.12)
    await asyncio.sleep(0.01)
    loop.call_later(0.01, ring, 0.02)
    await asyncio.sleep(0.1)
    loop.slow_callback_duration = 0.01
    handle = loop.call_later(0.01, ring, 0.05)
    print(re.sub(r"when=\S+|(?<=at )\S*/", "", repr(handle)))
    await asyncio.sleep(0.1)
    loop.call_soon(stop_debugging, loop)
    await asyncio.sleep(0.01)
    loop.call_soon(ring, 0.3)
    await asyncio.sleep(0.01)


asyncio.run(main(), debug=True)
