print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, -17 >> 2, 5 << 0)
print(-1 & 0xFF, -256 | 1, ~-1, -5 ^ 3, 1 << 100 >> 98)
try:
    1 << -1
except ValueError as e:
    print(e)
