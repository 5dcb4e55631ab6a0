#: title    The lost update   | fr: La mise à jour perdue
#: about    Between reading and writing an await lets the others in. A lock keeps them out.
#:          | fr: Entre lire et écrire, un await laisse entrer les autres. Un verrou les retient.
#: chapter  Sharing the kitchen: locks, semaphores, queues, events
#:          | fr: Partager la cuisine : verrous, sémaphores, files, événements
#: level    medium
#: view     timeline
import asyncio

plates = 0
knife = asyncio.Lock()                  #: label the one knife | fr: le seul couteau


async def careless():                   #: dish egg
    global plates
    seen = plates                       #: say Read: all three see the same number.
    #: | fr: Lire : tous les trois voient le même nombre.
    await asyncio.sleep(0.1)
    plates = seen + 1                   #: say Write: what the others wrote is lost.
    #: | fr: Écrire : ce que les autres ont écrit est perdu.


async def careful():                    #: dish bread
    global plates
    async with knife:                   #: say One at a time: the others wait in line.
        #: | fr: Un seul à la fois : les autres font la queue.
        seen = plates
        await asyncio.sleep(0.1)
        plates = seen + 1


async def main():
    global plates
    await asyncio.gather(careless(), careless(), careless())
    print("without the knife:", plates, "plate instead of 3")
    plates = 0
    await asyncio.gather(careful(), careful(), careful())
    print("with the knife:", plates, "plates")


asyncio.run(main())
#: expect output contains "without the knife: 1 plate"
#: expect output contains "with the knife: 3 plates"
#: expect inside careless == 3
#: expect inside knife <= 1
#: expect time within 0.1 of 0.4
