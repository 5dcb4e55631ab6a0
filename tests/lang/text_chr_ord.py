def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(chr(97), chr(233), chr(0x65E5), chr(0x1F600), ord("a"), ord("é"), ord("日"), ord("😀"), repr(chr(0)), ord(b"a"), repr(chr(0xD800)), ascii(chr(0x10FFFF)), chr(True) == "\x01")
class I:
    def __index__(self):
        return 65
print(chr(I()))
check(
    lambda: chr(-1),
    lambda: chr(0x110000),
    lambda: chr("a"),
    lambda: chr(1.5),
    lambda: chr(10**10),
    lambda: chr(-10**10),
    lambda: chr(10**30),
    lambda: ord("ab"),
    lambda: ord(""),
    lambda: ord(1),
    lambda: ord(b"ab"),
    lambda: ord(None),
    lambda: chr(),
    lambda: ord("a", "b"),
)
