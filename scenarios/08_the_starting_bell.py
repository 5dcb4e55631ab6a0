#: title    The bell that opens the kitchen   | fr: La cloche qui ouvre la cuisine
#: about    An event: all who wait for it go on at once, and who comes later does not wait at all.
#:          | fr: Tous ceux qui attendent l'événement repartent ensemble ; qui vient après n'attend plus.
#: chapter  Sharing the kitchen               | fr: Partager la cuisine
#: level    easy
import asyncio


async def runner(name, bell):           #: dish egg, bread, tea
    print(name, "is at the door")
    await bell.wait()                   #: say Wait for the bell, however long it takes.
    #: | fr: Attendre la cloche, aussi longtemps qu'il faut.
    print(name, "runs in")


async def late(bell):                   #: dish cake
    await asyncio.sleep(3)
    print("the latecomer is at the door")
    await bell.wait()                   #: say The bell has rung: no waiting.
    #: | fr: La cloche a déjà sonné : pas d'attente.
    print("the latecomer walks in")


async def main():
    bell = asyncio.Event()              #: label the bell | fr: la cloche
    guests = [asyncio.create_task(runner(name, bell)) for name in ("Anna", "Bob", "Carla")]
    guests.append(asyncio.create_task(late(bell)))
    await asyncio.sleep(2)
    print("-- the bell rings")
    bell.set()
    await asyncio.gather(*guests)


asyncio.run(main())
#: expect time within 0.1 of 3
#: expect output "-- the bell rings" before "Anna runs in"
#: expect output "Carla is at the door" before "-- the bell rings"
#: expect output "Anna runs in" before "Bob runs in"
