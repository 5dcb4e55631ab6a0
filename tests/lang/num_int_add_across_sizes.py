# Sums and differences that cross the borders of 48, 64 and 128 bits.
for bits in (46, 47, 48, 62, 63, 64, 127, 128):
    x = 1 << bits
    print(x + 1, x - 1, -x - 1, -x + x, x + x, -(x - 1) - 1, (x - 1) + 1)
