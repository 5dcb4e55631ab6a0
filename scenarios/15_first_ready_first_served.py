#: title    First ready, first served   | fr: Premier prêt, premier servi
#: about    as_completed gives each result as soon as it is there; gather would wait for the last.
#:          | fr: as_completed donne chaque résultat dès qu'il est là ; gather attendrait le dernier.
#: chapter  In the real world           | fr: Dans la vraie vie
#: level    medium
#: view     timeline
import asyncio


async def fetch(page, seconds):         #: dish cake, tea, bread
    await asyncio.sleep(seconds)        #: label on its way | fr: en route
    return page


async def main():
    orders = (("the news", 1.2), ("the weather", 0.4), ("the letters", 0.8))
    pages = [asyncio.create_task(fetch(page, seconds), name=page) for page, seconds in orders]
    for page in asyncio.as_completed(pages):
        print("shown:", await page)     #: say Shown as it comes: the slow ones hold nobody up.
        #: | fr: Affiché dès l'arrivée : les lents ne retiennent personne.
    print("in the order of the list:")
    for page in await asyncio.gather(*pages):  #: say gather keeps the order in which they were asked for.
        #: | fr: gather garde l'ordre dans lequel on les a demandés.
        print("  ", page)


asyncio.run(main())
#: expect time within 0.1 of 1.2
#: expect output "shown: the weather" before "shown: the letters"
#: expect output "shown: the letters" before "shown: the news"
#: expect output "   the news" before "   the weather"
