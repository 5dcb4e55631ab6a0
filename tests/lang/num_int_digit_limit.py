# 4300 decimal digits are converted, more are refused; other bases know no limit.
print(len(str(10 ** 4299)), int("1" * 4300) % 1000, len(hex(10 ** 5000)), int("f" * 5000, 16).bit_length())
for f in (lambda: str(10 ** 4300), lambda: int("1" * 4301), lambda: f"{10 ** 4300}", lambda: repr(-10 ** 5000), lambda: "%d" % 10 ** 4300 if False else "%d" % (10 ** 4300)):
    try:
        f()
    except ValueError as e:
        print(e)
