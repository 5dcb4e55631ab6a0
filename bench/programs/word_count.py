"""Counting words with a dict and with Counter, then sorting."""
from collections import Counter, defaultdict

WORDS = ["chef", "oven", "pizza", "salad", "fish", "bread", "soup", "knife", "stove", "bell"]
text = " ".join(WORDS[(i * i + 3 * i) % 10] + str(i % 97) for i in range(120_000))


def by_dict(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def by_length(words):
    groups = defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    return {n: len(group) for n, group in groups.items()}


for _ in range(4):
    words = text.split()
    counts = by_dict(words)
    assert counts == Counter(words)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
print(top, sorted(by_length(words).items()))
