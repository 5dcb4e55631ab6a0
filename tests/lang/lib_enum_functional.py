from enum import Enum, IntEnum, Flag

Animal = Enum("Animal", "CAT DOG")
print(Animal, list(Animal), Animal.CAT.value, Animal.__module__)
print(list(Enum("A", ["X", "Y"], start=5)), list(Enum("Q", {"a": 1, "b": "z"})), list(Enum("Q", [("a", 1), ("b", 2)])), list(Enum("C", "a, b,c")), IntEnum("I", "x y").y + 1, list(Flag("F", "a b c")))
print(list(Enum("T", "x y", type=str)), list(Enum("Empty", [])))
