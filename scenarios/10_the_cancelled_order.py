#: title    The order that takes too long   | fr: La commande qui traîne
#: about    wait_for gives an order so much time. Then it is struck off, and may still tidy up.
#:          | fr: wait_for donne un délai à la commande. Ensuite elle est rayée, et peut encore ranger.
#: chapter  When it goes wrong              | fr: Quand cela tourne mal
#: level    medium
import asyncio


async def roast():                       #: dish fish
    try:
        print("roast: into the oven")
        await asyncio.sleep(10)          #: label roasting | fr: rôtissage
        print("roast: this line is never reached")
    except asyncio.CancelledError:
        print("roast: struck off")
        raise                            #: say The cancellation goes on, so that the task is cancelled.
        #: | fr: L'annulation continue, pour que la tâche soit bien annulée.
    finally:
        print("roast: the oven is switched off")


async def main():
    try:
        await asyncio.wait_for(roast(), timeout=2)
    except asyncio.TimeoutError:
        print("main: the guest has gone")


asyncio.run(main())
#: expect time within 0.1 of 2
#: expect output lacks "never reached"
#: expect output "struck off" before "switched off"
#: expect output "switched off" before "the guest has gone"
