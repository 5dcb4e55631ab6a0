def v(x):
    print("asked", x)
    return x


print(v(0) or v(3) or v(4))
print(v(1) and v(0) and v(2))
print(not v(0), not [] and 5, None or "x", 0 or [] or {})
print(bool(v(2) and not v("")))
