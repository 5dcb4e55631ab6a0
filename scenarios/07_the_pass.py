#: title    A pass with two places   | fr: Un passe à deux places
#: about    A bounded queue: when it is full the cooks wait, when it is empty the waiter does.
#:          | fr: Une file bornée : pleine, les cuisiniers attendent ; vide, c'est le serveur.
#: chapter  Sharing the kitchen      | fr: Partager la cuisine
#: level    medium
#: view     timeline
import asyncio


async def cook(name, ready, pause):     #: dish pizza, soup
    for number in (1, 2, 3):
        await asyncio.sleep(pause)      #: label cooking | fr: cuisson
        await ready.put(f"{name} {number}")  #: item a plate | fr: une assiette
        print(name, number, "is on the pass")


async def waiter(ready):                #: dish tea
    while True:
        plate = await ready.get()       #: say Wait until there is something on the pass.
        #: | fr: Attendre qu'il y ait quelque chose sur le passe.
        await asyncio.sleep(1)          #: label carrying | fr: en salle
        print("  served:", plate)
        ready.task_done()


async def main():
    ready = asyncio.Queue(maxsize=2)    #: label the pass | fr: le passe
    room = asyncio.create_task(waiter(ready), name="waiter")
    await asyncio.gather(cook("pizza", ready, 0.3), cook("soup", ready, 0.4))
    await ready.join()                  #: say All is cooked; it must still be served.
    #: | fr: Tout est cuit ; il reste à servir.
    room.cancel()


asyncio.run(main())
#: expect output contains "  served: pizza 1"
#: expect output "pizza 1 is on" before "served: pizza 1"
#: expect done cook before waiter
