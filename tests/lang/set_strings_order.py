words = """The quick brown fox jumps over the lazy dog while seven wise wizards watch zebras graze quietly under
bright autumn skies nobody expects""".split()
print(set(words))
print(frozenset(words))
print({w[0] for w in words}, set("abracadabra"), set("hello") - set("help"), set("hello") | set("world"), set("hello") ^ set("world"))
print({"alpha", "beta", "gamma", "delta", "epsilon"}, {("a", 1), ("b", 2), ("c", 3)}, {b"x", b"y", "x"})
