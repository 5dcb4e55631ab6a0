import asyncio


class Alarm(BaseException):
    pass


async def fail(error):
    raise error


async def main():
    results = await asyncio.gather(fail(ValueError(1)), fail(Alarm("fire")), return_exceptions=True)
    try:
        raise BaseExceptionGroup("mixed", results)
    except* Alarm as caught:
        print(type(caught).__name__, caught.exceptions)
    except* Exception as caught:
        print(type(caught).__name__, caught.exceptions)
    print(type(BaseExceptionGroup("plain", [ValueError()])).__name__)
    try:
        ExceptionGroup("no", [Alarm()])
    except TypeError as error:
        print(error)


asyncio.run(main())
