from collections import Counter


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


c = Counter("mississippi")
check(lambda: c, lambda: c.most_common(), lambda: c.most_common(2), lambda: c["s"], lambda: c["zz"], lambda: list(c.elements()), lambda: c.total(), lambda: Counter(a=3, b=1), lambda: Counter({"a": 2}),
      lambda: Counter([1, 1, 2]), lambda: Counter(), lambda: Counter(x for x in "hello"), lambda: Counter({"a": 1.5, "b": 2}), lambda: Counter(5), lambda: Counter("a", "b"), lambda: Counter([[1]]),
      lambda: Counter.fromkeys("ab"), lambda: dict(c), lambda: max(c, key=c.get), lambda: sorted(c), lambda: Counter(a="x", b=1), lambda: Counter(["b", "a"]).most_common(), lambda: c.most_common(0))
words = Counter()
for w in "the cat the dog the end".split():
    words[w] += 1
print(words, words.most_common(1), sum(words.values()), "cat" in words, len(words))
words.update("the new".split()); words.update({"cat": 5}); words.subtract(["dog", "dog"]); words.subtract(cat=1); print(words)
del words["nothing"]; print(words.pop("cat"), words, words.copy() == words)
class K:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return self.v == other.v
    def __hash__(self):
        return 1
    def __repr__(self):
        return f"K{self.v}"
print(Counter([K(1), K(2), K(1)]))
