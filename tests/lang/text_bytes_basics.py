def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


b = b"hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], b[::2], list(b[:3]), b + b"!", b * 2, 2 * b, 104 in b, b"ell" in b, b"" in b, b == b"hello\x00\xff", b"a" < b"b", b"a" < b"aa", b != b"x", bool(b""), hash(b"abc") == hash(b"ab" + b"c"))
print(bytes(), bytes(3), bytes([65, 66]), bytes((1, 2)), bytes(range(3)), bytes("é", "utf-8"), bytes("a", encoding="ascii"), bytes(b"x"), bytes(x for x in [1, 2]), bytes({1: 2}), {b"a": 1}[b"a"], sorted([b"b", b"a", b""]), tuple(b"ab"), [hex(x) for x in b"\x01\xfe"], max(b"abc"), sum(b"\x01\x02"))
print(repr(b"it's"), repr(b'"'), repr(b"'\""), repr(b"\t\n\r\\\x7f\x80 ~"), str(b"a"), f"{b'x'}", "%s" % b"q", [b"z"], ascii(b"\xe9"))
check(
    lambda: b[10],
    lambda: b["a"],
    lambda: b[1.5],
    lambda: b + "a",
    lambda: b + 1,
    lambda: "a" + b,
    lambda: b * "a",
    lambda: b * 1.5,
    lambda: b < "a",
    lambda: "a" in b,
    lambda: 300 in b,
    lambda: -1 in b,
    lambda: None in b,
    lambda: b == "hello",
    lambda: b[::0],
    lambda: b % 5,
    lambda: b - b,
    lambda: b.foo,
)
try:
    b[0] = 1
except TypeError as e:
    print(e)
