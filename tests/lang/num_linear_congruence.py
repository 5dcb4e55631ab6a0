# Products beyond 48 bits that come back under a modulus.
x, seen = 12345, []
for i in range(2000):
    x = (x * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    if i % 250 == 0:
        seen.append(x)
print(seen, x >> 33, x ^ (x >> 7), hash(x))
h = 0xcbf29ce484222325
for c in b"the chef and three dishes":
    h = ((h ^ c) * 0x100000001b3) & 0xffffffffffffffff
print(hex(h))
