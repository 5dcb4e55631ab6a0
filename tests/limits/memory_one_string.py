# A single thing that could never be held is an exception, as in CPython, and may be caught.
for make in (lambda: "a" * 10**12, lambda: [0] * 10**12, lambda: b"x" * 10**12, lambda: (1, 2) * 10**12):
    try:
        make()
    except MemoryError as e:
        print(type(e).__name__)
print("goes on")
