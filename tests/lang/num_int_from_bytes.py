print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x04\x00", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b""), int.from_bytes([1, 2, 3], "big"), int.from_bytes((x for x in (1, 0)), "big"), int.from_bytes(bytes(range(20)), "little"))
for f in (lambda: int.from_bytes("ab", "big"), lambda: int.from_bytes(5, "big"), lambda: int.from_bytes([256], "big"), lambda: int.from_bytes(b"a", "x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
