kept = []

def key(n):
    kept.append([n] * 1000)
    return n

sorted(range(1_000_000), key=key)
