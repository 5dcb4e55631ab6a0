# An iterator is not gathered for its sum.
print(sum(range(10_000_000)), max(range(10_000_000)), min(iter(range(10_000_000))))
