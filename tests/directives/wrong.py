#: title   What can be wrong
#: title.de  Was falsch sein kann
#: chaptr Hello
#:
#: | fr: rien au-dessus
#: seed -3
#: seed
#: speed 3
#: level.fr easy
#: view kitchen timeline
#: latency https://example.com soon
#: latency https://example.com
#: title again
#: about   English   | de: Deutsch | fr: français
#: expect tim < 2
#: expect time 3
#: expect time < soon
#: expect time within 0.1
#: expect output contains "abc
#: expect output contains abc
#: expect output "a"
#: expect done Pizza
#: expect inside stove < few
#: expect ends in deadlock, really
import asyncio

async def cook():
    await asyncio.sleep(1)  #: label

async def main():
    await asyncio.gather(cook(), cook())  #: dish pizza, sallad

asyncio.run(main())
print("and it runs all the same")
#: say nothing follows
