for n in range(3):
    print("zero" if n == 0 else "one" if n == 1 else "more")
print((lambda: 1 if 0 else 2)())
