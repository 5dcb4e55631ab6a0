import time

def main():
    await time.sleep(1)

def loop():
    async for x in y:
        pass

f = lambda: await main()
