import asyncio


class Watchdog:
    """Cancels the task that has not shown a sign of life for a while."""

    def __init__(self, patience):
        self.patience = patience

    async def __aenter__(self):
        self.task, self.bitten = asyncio.current_task(), False
        self.feed()
        return self

    def feed(self):
        if hasattr(self, "timer"):
            self.timer.cancel()
        self.timer = asyncio.get_running_loop().call_later(self.patience, self.bite)

    def bite(self):
        self.bitten = True
        self.task.cancel("watchdog")

    async def __aexit__(self, kind, error, traceback):
        self.timer.cancel()
        if self.bitten and kind is asyncio.CancelledError:
            self.task.uncancel()
            raise TimeoutError("no sign of life") from error


async def job(pauses):
    done = 0
    try:
        async with Watchdog(0.12) as dog:
            for pause in pauses:
                await asyncio.sleep(pause)
                done += 1
                dog.feed()
    except TimeoutError as error:
        print(f"{error} after {done} steps, because of {error.__cause__!r}")
        return "bitten"
    return "fine"


async def main():
    print(await asyncio.gather(job([0.02, 0.04, 0.02, 0.04]), job([0.02, 0.3])))


asyncio.run(main())
