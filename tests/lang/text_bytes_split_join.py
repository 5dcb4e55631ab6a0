def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(b"a b  c".split(), b"a,b,,c".split(b","), b"a,b,c".split(b",", 1), b"a b c".rsplit(None, 1), b"".split(), b"".split(b","), b"a--b".split(b"--"), b"\x1ca\x85b".split(), b" a\x0bb\x0cc\t".split())
print(b"a\nb\r\nc\rd\x0be".splitlines(), b"a\n\nb".splitlines(True), b"".splitlines(), b"a=b=c".partition(b"="), b"a=b=c".rpartition(b"="), b"abc".partition(b"x"), b"abc".rpartition(b"x"))
print(b",".join([b"a", b"b"]), b"".join([]), b"-".join([b"x"]), b"".join(bytes([i]) for i in range(3)), b"+".join((b"p", b"q")))
check(
    lambda: b"abc".split("a"),
    lambda: b"abc".split(b""),
    lambda: b"abc".split(1),
    lambda: b"abc".partition("a"),
    lambda: b"abc".partition(b""),
    lambda: b"".join(["a"]),
    lambda: b"".join([b"a", 1]),
    lambda: b"abc".join(1),
    lambda: b"abc".join("ab"),
)
