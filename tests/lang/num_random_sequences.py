import random
random.seed(2)
items = list(range(10))
random.shuffle(items)
print(items, [random.choice("abcdef") for _ in range(10)], random.choice(range(100)), random.sample(range(1000), 5), random.sample("abcdef", 3), random.sample(["r", "b"], counts=[4, 2], k=3), random.choices([1, 2, 3], k=6), random.choices("xyz", weights=[5, 1, 1], k=8), random.choices("xyz", cum_weights=[1, 2, 3], k=4))
for f in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.choices([1, 2], [1]), lambda: random.choices([1], [0])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
