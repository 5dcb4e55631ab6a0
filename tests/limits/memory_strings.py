# Each is small enough; together they are not.
kept = []
while True:
    kept.append("a" * 100_000)
