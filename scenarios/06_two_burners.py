#: title    Two burners for six pans   | fr: Deux feux pour six casseroles
#: about    A semaphore lets so many in and no more: it limits how many cook at once.
#:          | fr: Un sémaphore laisse entrer tant de plats et pas plus : il limite combien cuisent à la fois.
#: chapter  Sharing the kitchen        | fr: Partager la cuisine
#: level    medium
import asyncio

stove = asyncio.Semaphore(2)        #: label the stove | fr: la cuisinière


async def pan(number):              #: dish sauce
    async with stove:               #: say A burner, or a place in the line.
        #: | fr: Un feu, ou une place dans la file.
        print("pan", number, "is on the stove")
        await asyncio.sleep(1)      #: label cooking | fr: sur le feu
    print("pan", number, "is done")


async def main():
    async with asyncio.TaskGroup() as dinner:
        for number in range(1, 7):
            dinner.create_task(pan(number))


asyncio.run(main())
#: expect inside stove <= 2
#: expect time within 0.1 of 3         # 6 pans, 2 at a time, 1 s each
#: expect output "pan 1 is done" before "pan 3 is on"
