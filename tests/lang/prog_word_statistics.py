from collections import Counter

text = """The chef puts a pizza in the oven. Instead of watching it, the chef chops
vegetables until the oven rings; then the chef serves the pizza."""
words = [w.strip(".,;").lower() for w in text.split()]
counts = Counter(words)
width = max(map(len, counts))
for word, n in counts.most_common(4):
    print(f"{word:>{width}} {'#' * n} {n / len(words):.1%}")
by_initial = {}
for w in sorted(set(words)):
    by_initial.setdefault(w[0], []).append(w)
print(by_initial)
print({n: sum(1 for w in words if len(w) == n) for n in sorted(set(map(len, words)))}, text.count("\n"), sum(map(str.isupper, text)))
