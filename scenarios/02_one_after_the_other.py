#: title    One after the other, or together   | fr: L'un après l'autre, ou ensemble
#: about    An await waits for the end of its dish. gather orders them all first and waits once.
#:          | fr: Un await attend la fin de son plat. gather les commande tous, puis attend une fois.
#: chapter  One chef, many dishes              | fr: Un chef, plusieurs plats
#: level    easy
#: view     timeline
import asyncio


async def cook(dish, seconds):      #: dish pizza, soup, salad
    await asyncio.sleep(seconds)
    return dish


async def one_by_one():
    served = []
    for dish, seconds in (("pizza", 3), ("soup", 2), ("salad", 1)):
        served.append(await cook(dish, seconds))  #: say Nothing else is ordered: the oven has one dish at a time.
        #: | fr: Rien d'autre n'est commandé : un seul plat à la fois au four.
    return served


async def together():
    return await asyncio.gather(cook("pizza", 3), cook("soup", 2), cook("salad", 1))  #: say All three at once.
    #: | fr: Tous les trois à la fois.


async def main():
    print("one by one:", ", ".join(await one_by_one()))
    print("together:", ", ".join(await together()))


asyncio.run(main())
#: expect time within 0.1 of 9        # 6 and then 3
#: expect inside cook == 3
#: expect output "one by one" before "together"
