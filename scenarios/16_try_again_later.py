#: title    Try again, a little later   | fr: Réessayer, un peu plus tard
#: about    The line is busy: ask again, after a longer pause each time. The chef works meanwhile.
#:          | fr: La ligne est occupée : on rappelle, après une pause plus longue. Le chef travaille.
#: chapter  In the real world           | fr: Dans la vraie vie
#: level    medium
#: view     timeline
import asyncio

answers = iter(("busy", "busy", "a box of fish"))


async def telephone():
    await asyncio.sleep(0.2)                 #: label on the phone | fr: au téléphone
    answer = next(answers)
    if answer == "busy":
        raise ConnectionError("the line is busy")
    return answer


async def order(tries):                      #: dish fish
    pause = 0.5
    for number in range(1, tries + 1):
        try:
            return await telephone()
        except ConnectionError as problem:
            print("try", number, "-", problem)
        await asyncio.sleep(pause)           #: say Not at once: who is busy needs time. Twice as long each time.
        #: | fr: Pas tout de suite : qui est occupé a besoin de temps. Deux fois plus long à chaque fois.
        pause *= 2
    raise ConnectionError(f"no answer after {tries} tries")


async def chop(board):                       #: dish salad
    for number in range(1, board + 1):
        print("  board", number, "is chopped")
        await asyncio.sleep(0.6)


async def main():
    delivered, _ = await asyncio.gather(order(4), chop(3))
    print("delivered:", delivered)


asyncio.run(main())
#: expect time within 0.1 of 2.1           # 3 calls, and pauses of 0.5 and 1
#: expect output "try 1" before "board 2"
#: expect output "board 2" before "try 2"
#: expect output contains "delivered: a box of fish"
