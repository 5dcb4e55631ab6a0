import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout,
                    format="%(levelname)s %(name)s %(module)s %(funcName)s %(message)s")


async def main():
    logging.info("main")


asyncio.run(main())
asyncio.new_event_loop().close()
logging.getLogger("asyncio").setLevel(logging.WARNING)
asyncio.run(main())
