for v in (0, 1, -1, 255, -255, 2 ** 64, -10 ** 20):
    print(bin(v), oct(v), hex(v), str(v), repr(v), f"{v:b} {v:o} {v:x} {v:X} {v:#x} {v:,} {v:_}")
