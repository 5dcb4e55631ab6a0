import asyncio


def named(name):
    return lambda loop, context: print(name, context["message"])


async def trouble(text):
    asyncio.get_running_loop().call_exception_handler({"message": text})


one, two = asyncio.new_event_loop(), asyncio.new_event_loop()
one.set_exception_handler(named("one"))
two.set_exception_handler(named("two"))
one.run_until_complete(trouble("a"))
two.run_until_complete(trouble("b"))
one.run_until_complete(trouble("c"))
one.close()
two.close()
