import asyncio

loop = asyncio.new_event_loop()
for wrong in (3, None, "text", [1], print):
    try:
        loop.run_until_complete(wrong)
    except TypeError as error:
        print(error)
other = asyncio.new_event_loop()
future = other.create_future()
try:
    loop.run_until_complete(future)
except ValueError as error:
    print(error)
loop.close()
other.close()
