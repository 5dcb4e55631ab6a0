#: title    The chef who stares at the oven   | fr: Le chef qui regarde le four
#: about    time.sleep holds the chef himself: the whole kitchen stands still.
#:          | fr: time.sleep retient le chef lui-même : toute la cuisine s'arrête.
#: chapter  When it goes wrong: blocking, timeouts, deadlocks, errors
#:          | fr: Quand cela tourne mal : blocages, délais, interblocages, erreurs
#: level    easy
#: view     timeline
import asyncio
import time


async def careless(dish):            #: dish pizza
    print(dish, "goes in, and the chef stares at it")
    time.sleep(2)                    #: say Nobody else is served: the loop is blocked.
    #: | fr: Personne d'autre n'est servi : la boucle est bloquée.
    print(dish, "is ready")


async def careful(dish):             #: dish soup
    print(dish, "goes in, and the chef turns to the others")
    await asyncio.sleep(2)
    print(dish, "is ready")


async def main():
    await asyncio.gather(careful("soup"), careful("stew"))
    print("-- two dishes in 2 s; now the same with time.sleep")
    await asyncio.gather(careless("pizza"), careless("quiche"))


asyncio.run(main())
#: expect time within 0.1 of 6         # 2, then 2 and 2
#: expect blocked within 0.1 of 2
#: expect output "pizza is ready" before "quiche goes in"
