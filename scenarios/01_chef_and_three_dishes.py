#: title    The chef and three dishes   | fr: Le chef et trois plats
#: about    One chef, one kitchen, three dishes. While a dish is in the oven the chef is free.
#:          | fr: Un seul chef, une cuisine, trois plats. Tant qu'un plat est au four, le chef est libre.
#: chapter  One chef, many dishes: coroutines, tasks, gather
#:          | fr: Un chef, plusieurs plats : coroutines, tâches, gather
#: level    easy
#: view     kitchen
import asyncio


async def pizza():                  #: dish pizza
    print("pizza: into the oven")   #: say The chef puts the pizza in and does not watch it.
    #: | fr: Le chef enfourne la pizza et ne reste pas devant.
    await asyncio.sleep(3)          #: label baking | fr: cuisson
    print("pizza: ready")


async def soup():                   #: dish soup
    print("soup: on the hob")
    await asyncio.sleep(2)          #: label simmering | fr: mijotage
    print("soup: ready")


async def salad():                  #: dish salad
    print("salad: into the fridge")
    await asyncio.sleep(1)          #: label cooling | fr: au frais
    print("salad: ready")


async def main():
    await asyncio.gather(pizza(), soup(), salad())
    print("all is served")          #: say Three dishes, three seconds: as long as the slowest one.
    #: | fr: Trois plats, trois secondes : le temps du plus lent.


asyncio.run(main())
#: expect time within 0.1 of 3
#: expect done salad before soup
#: expect done soup before pizza
#: expect output "salad: ready" before "pizza: ready"
