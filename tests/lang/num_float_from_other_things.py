print(float(), float(5), float(True), float(b"2.5"), float(10 ** 22), float(2 ** 53 + 1), float(10 ** 308))
for v in (None, [], 10 ** 400, b"x", object()):
    try:
        print(float(v))
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
