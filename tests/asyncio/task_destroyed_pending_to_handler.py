import asyncio


async def waits(future):
    try:
        await future
    finally:
        print("closed")


def handler(loop, context):
    print(context["message"], sorted(context), context["task"].get_name())


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
future = loop.create_future()
task = loop.create_task(waits(future), name="forgotten")
loop.call_soon(loop.stop)
loop.run_forever()
print("loop stopped", task.done())
del task, future
print("end")
loop.close()
