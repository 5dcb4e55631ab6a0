"""Prime numbers with a list of flags and slices."""


def primes(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            flags[n * n::n] = [False] * len(range(n * n, limit + 1, n))
    return [n for n, is_prime in enumerate(flags) if is_prime]


def primes_by_hand(limit):
    flags = [True] * (limit + 1)
    found = []
    for n in range(2, limit + 1):
        if flags[n]:
            found.append(n)
            for multiple in range(n * n, limit + 1, n):
                flags[multiple] = False
    return found


print(len(primes(2_000_000)), len(primes_by_hand(1_500_000)))
