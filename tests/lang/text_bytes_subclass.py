class B(bytes):
    def first(self):
        return self[0]
    def __len__(self):
        return 42
b = B(b"abc")
print(b, repr(b), b.first(), len(b), type(b).__name__, type(b + b"d").__name__, type(b[:2]).__name__, b == b"abc", hash(b) == hash(b"abc"), isinstance(b, bytes), b.decode(), B.fromhex("6162"), type(B.fromhex("6162")).__name__, bytes(b), type(bytes(b)).__name__)
