#: title    The order of the rail   | fr: L'ordre du rail
#: about    Who is ready first runs first. Who lets the others go first stands at the end again.
#:          | fr: Le premier prêt passe le premier. Qui laisse passer les autres se remet au bout.
#: chapter  One chef, many dishes   | fr: Un chef, plusieurs plats
#: level    easy
#: view     loop
#: axis     turns
import asyncio


async def waiter(name, table):              #: dish bread, tea, cake
    print(name, "takes the order of table", table)
    await asyncio.sleep(0)                  #: say Let the others go first: back to the end of the rail.
    #: | fr: Laisser passer les autres : retour au bout du rail.
    print(name, "serves table", table)


async def main():
    anna = asyncio.create_task(waiter("Anna", 1), name="Anna")
    bob = asyncio.create_task(waiter("Bob", 2), name="Bob")
    carla = asyncio.create_task(waiter("Carla", 3), name="Carla")
    print("three tickets are on the rail, and nobody has begun")
    await asyncio.wait([anna, bob, carla])


asyncio.run(main())
#: expect output "nobody has begun" before "Anna takes"
#: expect output "Carla takes" before "Anna serves"
#: expect done Anna before Bob
#: expect done Bob before Carla
#: expect time < 0.1
