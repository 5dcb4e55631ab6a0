"""Random numbers, and statistics over them."""
import random

random.seed(7)
position = 0
farthest = 0
for _ in range(400_000):
    position += random.choice((-1, 1))
    farthest = max(farthest, abs(position))
deck = list(range(52))
first = [0] * 52
for _ in range(5000):
    random.shuffle(deck)
    first[deck[0]] += 1
inside = sum(1 for _ in range(400_000) if random.random() ** 2 + random.random() ** 2 < 1)
dice = [random.randint(1, 6) + random.randint(1, 6) for _ in range(100_000)]
print(position, farthest, sum(first), inside, dice.count(7), round(random.gauss(0, 1), 6))
