#: title    A brigade of three cooks   | fr: Une brigade de trois cuisiniers
#: about    A pool: few workers, many orders. Each takes the next order as soon as it is free.
#:          | fr: Peu de cuisiniers, beaucoup de commandes. Chacun prend la suivante dès qu'il est libre.
#: chapter  In the real world: workers, limits, second tries
#:          | fr: Dans la vraie vie : équipes, limites, nouveaux essais
#: level    medium
#: view     timeline
import asyncio


async def cook(name, orders):           #: dish fish, salad, cake
    while True:
        dish, seconds = await orders.get()
        await asyncio.sleep(seconds)    #: label cooking | fr: cuisson
        print(name, "has made the", dish)
        orders.task_done()


async def main():
    orders = asyncio.Queue()            #: label the order book | fr: le carnet de commandes
    for order in (("roast", 5), ("soup", 2), ("salad", 1), ("tart", 1.5), ("omelette", 0.7), ("tea", 0.3)):
        orders.put_nowait(order)        #: item an order | fr: une commande
    brigade = [asyncio.create_task(cook(name, orders), name=name) for name in ("Ada", "Ben", "Cleo")]
    await orders.join()                 #: say Wait until every order is done, not only taken.
    #: | fr: Attendre que chaque commande soit faite, et pas seulement prise.
    for worker in brigade:
        worker.cancel()
    await asyncio.gather(*brigade, return_exceptions=True)
    print("the kitchen is closed")


asyncio.run(main())
#: expect time within 0.1 of 5         # the roast; 10.5 s of work one after the other
#: expect output "Cleo has made the salad" before "Ben has made the soup"
#: expect output "Ada has made the roast" before "the kitchen is closed"
