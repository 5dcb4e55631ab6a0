def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(b" a ".strip(), b"xxaxx".strip(b"x"), b"\t\na".lstrip(), b"a\x1c".rstrip(), b"abc".lstrip(b"ba"), b"ab".center(5), b"ab".center(6, b"*"), b"ab".ljust(4, b"."), b"ab".rjust(4), b"-5".zfill(4), b"a\tb".expandtabs(4), b"abc".replace(b"b", b"XX"), b"aaa".replace(b"a", b"b", 2), b"ab".replace(b"", b"-"), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"))
print(b"aBc\xe9".upper(), b"aBc\xc9".lower(), b"hello world".title(), b"hELLO".capitalize(), b"aBc".swapcase(), b"abc".isalpha(), b"a1".isalnum(), b"12".isdigit(), b" \t".isspace(), b"\x1c".isspace(), b"Ab".istitle(), b"ab".islower(), b"AB".isupper(), b"\x80".isascii(), b"".isascii(), b"\xe9".isalpha(), b"".isalpha())
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"abc".translate(bytes(range(256)), delete=b"ac"), bytes.maketrans(b"a", b"b")[97])
check(
    lambda: b"abc".strip("x"),
    lambda: b"abc".center(10, "x"),
    lambda: b"abc".center(10, b"xy"),
    lambda: b"abc".ljust(10, b""),
    lambda: b"abc".replace("a", "b"),
    lambda: b"abc".replace(b"a", 1),
    lambda: b"abc".removeprefix("a"),
    lambda: b"abc".translate(1),
    lambda: b"abc".translate(b"a"),
    lambda: bytes.maketrans(b"a", b"bc"),
    lambda: bytes.maketrans(b"a", "b"),
)
