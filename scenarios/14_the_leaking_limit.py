#: title    The limit that leaks   | fr: La limite qui fuit
#: about    Three calls a second. Those who waited all go on together, and nobody counts again.
#:          | fr: Trois appels par seconde. Ceux qui ont attendu repartent ensemble, et personne ne recompte.
#: chapter  In the real world      | fr: Dans la vraie vie
#: level    hard
#: view     timeline
import asyncio

LIMIT, WINDOW = 3, 1.0
begun = []                              # when the last calls began


async def allowed():
    now = asyncio.get_running_loop().time()
    recent = [moment for moment in begun if now - moment < WINDOW]
    if len(recent) >= LIMIT:
        #: say Too many: wait until the oldest call is a second old.
        #: | fr: Trop d'appels : attendre que le plus ancien ait une seconde.
        await asyncio.sleep(recent[0] + WINDOW - now)  #: label held back | fr: retenu
    begun.append(asyncio.get_running_loop().time())  #: say Nobody looks again how many have begun meanwhile.
    #: | fr: Personne ne regarde à nouveau combien ont commencé entre-temps.


async def call():                       #: dish tea
    await allowed()
    await speak()


async def speak():
    await asyncio.sleep(0.5)            #: label on the phone | fr: au téléphone


async def main():
    await asyncio.gather(*(call() for _ in range(8)))
    print("in the first second:", sum(moment < begun[0] + 0.9 for moment in begun))
    print("in the next second: ", sum(moment > begun[0] + 0.9 for moment in begun))


asyncio.run(main())
#: expect output contains "in the next second:  5"
#: expect inside speak == 5            # the limit says 3
#: expect time within 0.1 of 1.5
