print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-5).to_bytes(2, "big", signed=True), (5).to_bytes(), (0).to_bytes(0, "big"), (-128).to_bytes(1, "big", signed=True), (2 ** 100).to_bytes(13, "little"))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (128).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(-1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: (1).to_bytes("a", "big"), lambda: (-129).to_bytes(1, "little", signed=True)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
