def factors(n):
    found, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            found[p] = found.get(p, 0) + 1
            n //= p
        p += 1
    if n > 1:
        found[n] = 1
    return found


for n in (2, 60, 97, 1001, 65536, 600851475143):
    print(n, "=", " * ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in factors(n).items()))
