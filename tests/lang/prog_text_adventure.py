rooms = {
    "kitchen": {"north": "hall", "items": ["knife", "pan"]},
    "hall": {"south": "kitchen", "east": "cellar", "items": []},
    "cellar": {"west": "hall", "items": ["wine"]},
}
here, bag = "kitchen", []
for command in ["take knife", "go north", "go up", "look", "go east", "take wine", "take gold", "bag", "dance"]:
    verb, *rest = command.split()
    match verb, rest:
        case "go", [way] if way in rooms[here]:
            here = rooms[here][way]
            print(f"You are in the {here}.")
        case "go", [way]:
            print(f"There is no way {way}.")
        case "take", [thing] if thing in rooms[here]["items"]:
            rooms[here]["items"].remove(thing)
            bag.append(thing)
            print(f"You have the {thing}.")
        case "take", [thing]:
            print(f"There is no {thing} here.")
        case "look" | "bag" as what, []:
            print(", ".join(rooms[here]["items"] if what == "look" else bag) or "nothing")
        case _:
            print(f"I do not know how to {command}.")
