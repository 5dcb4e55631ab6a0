# Sums that grow beyond a machine word and back, from lists, ranges and iterators.
print(sum([2**46] * 100_000), sum([2**46] * 1000, 2**70))
print(sum([2**47 - 1] * 70_000 + [-(2**47)] * 70_000))
print(sum([1, 2], True), sum([], True), sum([True, False, True]))
print(sum([2**62, 2**62, 2**62]), sum([1, 2**62, 2**62, 1, 2.5]), sum([2**46] * 3, 0.5))
print(sum(range(2**46, 2**46 + 100_000)), sum(range(2**47 + 5, 2**47 + 20)), sum(range(10**20, 10**20 + 70_000)))
print(sum([-(2**63), -1]), sum([2**63 - 1 - 2**46] + [2**46] * 3), sum([2**63 - 1, 1]))
print(sum(range(10_000_000)), max(range(1_000_000)), min(range(1_000_000, 0, -1)))
