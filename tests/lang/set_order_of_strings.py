print({"apple", "banana", "cherry"}, set("hello world"), {"x", 1, (2, 3)} == {1, "x", (2, 3)})
print(sorted({"b", "a"}), set(["one", "two", "three", "four", "five", "six"]), frozenset(["red", "green"]))
