import asyncio


class Burnt(Exception):
    pass


class Raw(Exception):
    pass


async def cook(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for error in (Burnt("toast"), Raw("egg"), Burnt("steak"), OSError("oven")):
                group.create_task(cook(error))
    except* (Burnt, Raw) as caught:
        print("kitchen:", [repr(error) for error in caught.exceptions])
    except* OSError as caught:
        print("house:", [repr(error) for error in caught.exceptions])
    else:
        print("not here")
    finally:
        print("finally")


asyncio.run(main())
