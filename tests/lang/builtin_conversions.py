print(int("5"), float("2.5"), str(5), bool([]), list("ab"), tuple({1: 2}), set([1]), dict([(1, 2)]), frozenset(), bytes(2), repr("a"), ascii("é"), chr(97), ord("a"), bin(5), oct(8), hex(15))
print(str(), list(), tuple(), dict(), float(), int(), bool(), str(b"x"), str(b"x", "ascii"), list({"a": 1}.items()), list(range(3)), tuple(x for x in "ab"), dict(a=1), int(2.9), int("-0"), float("-0"))
