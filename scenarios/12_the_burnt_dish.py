#: title    The burnt dish       | fr: Le plat brûlé
#: about    With gather the others go on; a TaskGroup strikes them off, so that none is forgotten.
#:          | fr: Avec gather, les autres continuent ; un TaskGroup les raye, et rien n'est oublié.
#: chapter  When it goes wrong   | fr: Quand cela tourne mal
#: level    hard
import asyncio


async def toast():                      #: dish bread
    await asyncio.sleep(1)
    raise ValueError("the toast is black")  #: say It burns, and the exception goes to whoever awaits it.
    #: | fr: Il brûle, et l'exception va à qui l'attend.


async def stew(kitchen):                #: dish soup
    try:
        await asyncio.sleep(3)
        print(kitchen, "the stew is ready")
    except asyncio.CancelledError:
        print(kitchen, "the stew is struck off")
        raise


async def main():
    try:
        await asyncio.gather(toast(), stew("gather:"))
    except ValueError as burnt:
        print("gather:", burnt)
    await asyncio.sleep(3)              #: say The stew was forgotten, but it still cooks.
    #: | fr: Le ragoût est oublié, mais il continue de cuire.
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(toast())
            group.create_task(stew("group:"))
    except* ValueError as burnt:
        print("group:", burnt.exceptions[0])


asyncio.run(main())
#: expect output "gather: the toast is black" before "gather: the stew is ready"
#: expect output "group: the stew is struck off" before "group: the toast is black"
#: expect time within 0.1 of 5
