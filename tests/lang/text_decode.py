def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(b"abc".decode(), b"\xc3\xa9".decode(), b"\xe6\x97\xa5\xf0\x9f\x98\x80".decode("utf-8"), b"\xe9".decode("latin-1"), b"abc".decode("ascii"), repr(b"\xef\xbb\xbfa".decode("utf-8")), repr(b"\xef\xbb\xbfa".decode("utf-8-sig")), b"".decode())
print(b"a\xffb".decode("utf-8", "ignore"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", errors="backslashreplace"), ascii(b"a\xffb".decode("utf-8", "surrogateescape")), b"a\xe9b".decode("ascii", "replace"), b"a\xe9".decode("ascii", "ignore"), ascii(b"\xed\xa0\x80".decode("utf-8", "surrogatepass")))
for data in [b"\xe2\x82", b"\xe2\x28\xa1", b"\xe2\x82\x28", b"\xf0\x9f\x98", b"\xf0\x9f", b"\xf0\x28\x8c\x28", b"\xc3", b"\xc3\x28", b"\x80", b"\xc0\x80", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xf5\x80", b"a\xe2\x82b", b"\xff\xfe", b"\xf0\x9f\x98\x28", b"\xe2", b"ok\xc3"]:
    try:
        data.decode()
    except UnicodeDecodeError as e:
        print(data, e, e.start, e.end, e.reason, e.encoding, e.object == data)
    print(ascii(data.decode("utf-8", "replace")), ascii(data.decode("utf-8", "backslashreplace")), ascii(data.decode("utf-8", "ignore")))
print("aé😀".encode("utf-16").decode("utf-16"), b"\x00a".decode("utf-16-be"), "x😀".encode("utf-32").decode("utf-32"))
check(
    lambda: b"ab\xff".decode("ascii"),
    lambda: b"\xff".decode("nope"),
    lambda: b"\xff".decode("utf-8", "nope"),
    lambda: b"a".decode(1),
    lambda: b"a".decode("utf-8", 1),
    lambda: b"a".decode("utf-16"),
    lambda: b"\x00\xd8".decode("utf-16-le"),
    lambda: b"\x00\xdc".decode("utf-16-le"),
)
