x = 7
x += 3
x -= 1
x *= 4
x //= 5
x **= 2
x %= 30
x <<= 3
x >>= 1
x |= 1
x ^= 8
x &= 0xFF
print(x)
x /= 2
print(x)
items = [1]
same = items
items += (2, 3)
items *= 2
print(same, same is items)
t = (1,)
u = t
t += (2,)
print(t, u)
