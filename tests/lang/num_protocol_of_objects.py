class Box:
    def __init__(self, v): self.v = v
    def __abs__(self): return ("abs", self.v)
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, other, mod=None): return ("pow", other, mod)
    def __rpow__(self, other, mod=None): return ("rpow", other)
    def __index__(self): return self.v
    def __float__(self): return self.v / 2
b = Box(6)
print(abs(b), round(b), round(b, 2), divmod(b, 2), divmod(2, b), pow(b, 2), pow(b, 2, 3), pow(2, b), bin(b), oct(b), hex(b), int(b), float(b), "abcdefgh"[b], [0] * b, list(range(b)), round(1.23456789, b), int("10", b), (5).to_bytes(b, "big"), chr(Box(65)))
