max(range(10**9), key=lambda n: -n)
