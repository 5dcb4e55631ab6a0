# Numbers count as well.
kept = []
n = 3**10000
while True:
    kept.append(n + len(kept))
