try:
    "aé".encode("ascii")
except UnicodeEncodeError as e:
    print(e, repr(e), e.args, e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError), isinstance(e, UnicodeError))
e = UnicodeDecodeError("utf-8", b"abc", 1, 3, "why")
print(e, e.args, repr(e))
e.start = 0
e.end = 1
print(e)
try:
    UnicodeDecodeError("utf-8", b"abc", 1, 3)
except TypeError as x:
    print(x)
