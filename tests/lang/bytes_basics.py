b = b"hello \x00\xff"
print(b, len(b), b[0], b[1:3], b + b"!", b * 2, 104 in b, b"ell" in b, list(b[:3]), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), b"a" < b"b", hash(b"a") == hash(b"a"))
print(b.find(b"l"), b.hex(), bytes.fromhex("68 69"), b"a,b".split(b","), b"-".join([b"x", b"y"]), b" x ".strip(), b"abc".upper(), b"abc".replace(b"b", b"Z"), b"abc".startswith(b"ab"), b"abc".decode())
print(repr(b"it's"), repr(b'"'), b"%d-%s" % (5, b"x"), b"abc"[::-1], b"\t\n\\")
