import asyncio
import asyncio.subprocess
from asyncio import StreamReader, start_server
import signal
import sys
import uvloop


class Oven:
    def add_reader(self):
        pass


@asyncio.coroutine
def old():
    yield


async def main():
    reader, writer = await asyncio.open_connection("example.org", 80)
    process = await asyncio.create_subprocess_exec("ls")
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(15, loop.stop)
    Oven().add_reader()
    await loop.create_connection(asyncio.Protocol, "example.org", 80)


if sys.platform == "win32":
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
asyncio.run(main())
