#: title    The knife and the board   | fr: Le couteau et la planche
#: about    A deadlock: each cook holds what the other one needs. (In python3: Ctrl+C.)
#:          | fr: Un interblocage : chacun tient ce qu'il faut à l'autre. (Dans python3 : Ctrl+C.)
#: chapter  When it goes wrong        | fr: Quand cela tourne mal
#: level    medium
import asyncio

knife = asyncio.Lock()                  #: label the knife | fr: le couteau
board = asyncio.Lock()                  #: label the chopping board | fr: la planche à découper


async def chop(name, first, second):    #: dish salad, soup
    async with first:
        print(name, "has the first thing")
        await asyncio.sleep(1)
        async with second:              #: say Each holds one thing and wants the other's.
            #: | fr: Chacun tient une chose et veut celle de l'autre.
            print(name, "has both")


async def main():
    ada = asyncio.create_task(chop("Ada", knife, board), name="Ada")
    ben = asyncio.create_task(chop("Ben", board, knife), name="Ben")
    # If both took the knife first, all would be well.
    await asyncio.gather(ada, ben)


asyncio.run(main())
#: expect ends in deadlock
#: expect output lacks "has both"
#: expect inside knife == 1
#: expect inside board == 1
