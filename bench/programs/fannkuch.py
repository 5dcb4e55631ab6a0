"""Permutations: list slices, swaps, reversals."""


def fannkuch(n):
    permutation = list(range(n))
    counts = [0] * n
    most = checksum = 0
    sign = 1
    r = n
    while True:
        while r != 1:
            counts[r - 1] = r
            r -= 1
        if permutation[0] != 0:
            p = permutation[:]
            flips = 0
            first = p[0]
            while first:
                p[:first + 1] = p[first::-1]
                flips += 1
                first = p[0]
            most = max(most, flips)
            checksum += sign * flips
        sign = -sign
        while True:
            if r == n:
                return checksum, most
            permutation.insert(r, permutation.pop(0))
            counts[r] -= 1
            if counts[r] > 0:
                break
            r += 1


print(fannkuch(8))
