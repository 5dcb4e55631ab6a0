def make(n):
    return lambda: n

kept = None
n = 0
while True:
    n += 1
    kept = (make(n), kept)
