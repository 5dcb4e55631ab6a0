def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


b = bytes(range(0, 256, 23))
print(b.hex(), b.hex("-"), b.hex(":", 2), b.hex("_", -3), b"".hex(), b"\x01".hex("-"), b.hex(b"."), b.hex(" ", 100), b.hex(sep="/", bytes_per_sep=4), b.hex(":", 0))
print(bytes.fromhex("00ff10"), bytes.fromhex(" 68 69\n7A "), bytes.fromhex(""), bytes.fromhex("aB Cd"))
check(
    lambda: bytes.fromhex("1"),
    lambda: bytes.fromhex("zz"),
    lambda: bytes.fromhex("1 2"),
    lambda: bytes.fromhex("12 3"),
    lambda: bytes.fromhex("12é4"),
    lambda: bytes.fromhex(1),
    lambda: bytes.fromhex(b"aa"),
    lambda: b"a".hex("ab"),
    lambda: b"a".hex(""),
    lambda: b"a".hex("é"),
)
