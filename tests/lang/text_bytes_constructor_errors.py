def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class B:
    def __bytes__(self):
        return b"from __bytes__"
class C:
    def __bytes__(self):
        return "no"
class I:
    def __index__(self):
        return 2
class It:
    def __iter__(self):
        yield 1
        yield 2
print(bytes(B()), bytes(I()), bytes(It()), bytes([I(), 3]))
check(
    lambda: bytes([256]),
    lambda: bytes([-1]),
    lambda: bytes(["a"]),
    lambda: bytes("a"),
    lambda: bytes(-1),
    lambda: bytes(1.5),
    lambda: bytes(None),
    lambda: bytes(1, "utf-8"),
    lambda: bytes("a", "nope"),
    lambda: bytes("é", "ascii"),
    lambda: bytes("a", 5),
    lambda: bytes(encoding="utf-8"),
    lambda: bytes("a", errors="x"),
    lambda: bytes(b"a", errors="x"),
    lambda: bytes(C()),
    lambda: bytes(object()),
    lambda: bytes(1, 2, 3, 4),
    lambda: bytes([1.5]),
)
