import asyncio
import logging
import sys

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)-7s %(name)-8s %(message)s")
log = logging.getLogger("kitchen")


async def cook(dish, seconds):
    log.info("start %s", dish)
    await asyncio.sleep(seconds)
    if dish == "soufflé":
        log.warning("%s fell after %.2f s", dish, seconds)
        raise ValueError(dish)
    log.debug("not shown")
    log.info("done %s", dish)


async def main():
    tasks = [asyncio.create_task(cook(d, s)) for d, s in (("tea", 0.02), ("soufflé", 0.05), ("bread", 0.08))]
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            log.error("failed: %r", result)
    child = log.getChild("oven")
    child.setLevel(logging.DEBUG)
    child.debug("off")


asyncio.run(main())
