import asyncio


class Room:
    def __init__(self):
        self.members = {}
        self.transcript = []

    def join(self, name):
        self.members[name] = asyncio.Queue()
        self.say("room", f"{name} joins")
        return self.members[name]

    def leave(self, name):
        del self.members[name]
        self.say("room", f"{name} leaves")

    def say(self, author, text):
        self.transcript.append(f"{author}: {text}")
        for name, inbox in self.members.items():
            if name != author:
                inbox.put_nowait((author, text))


async def bot(name, room, answers):
    inbox = room.join(name)
    try:
        while True:
            author, text = await inbox.get()
            if text == "Closing time":
                break
            if text in answers:
                room.say(name, answers[text])
    finally:
        room.leave(name)


async def main():
    room = Room()
    async with asyncio.TaskGroup() as group:
        group.create_task(bot("Ann", room, {"Bob joins": "Hello Bob", "How are you?": "Fine!"}))
        group.create_task(bot("Bob", room, {"Hello Bob": "How are you?", "Fine!": "So am I"}))
        await asyncio.sleep(0.02)
        room.say("host", "Closing time")
    print("\n".join(room.transcript), room.members)


asyncio.run(main())
