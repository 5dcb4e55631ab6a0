import random
from itertools import product

random.seed(2024)
deck = [f"{r}{s}" for s, r in product("♠♥♦♣", "23456789TJQKA")]
random.shuffle(deck)
hands = {name: sorted(deck[i * 5:(i + 1) * 5], key=lambda c: ("♠♥♦♣".index(c[1]), "23456789TJQKA".index(c[0]))) for i, name in enumerate(["Ana", "Bob"])}
for name, hand in hands.items():
    values = sum(min(10, "..23456789TJQKA".index(c[0])) for c in hand)
    print(f"{name:<5}", *hand, values)
print(random.sample(range(1, 50), 6), [random.choice("heads tails".split()) for _ in range(4)], round(random.gauss(170, 10), 2))
