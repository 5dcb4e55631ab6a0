b = b"abcabc"
x, *rest = b
print(x, rest, list(reversed(b)), list(enumerate(b"ab")), sorted(b), set(b) == {97, 98, 99}, dict(zip("xy", b)), any(b"\x00"), all(b"\x00a"), b.__len__(), b.__getitem__(1), b.__contains__(97), b.__add__(b"d"), b.__hash__() == hash(b), b.__eq__(b"abcabc"), b.__lt__("x"), next(iter(b)))
match b:
    case b"abcabc":
        print("matched")
for i in b"\x00\xff":
    print(i, end=" ")
print()
