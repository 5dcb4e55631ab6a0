"""A teaching program: classes, dicts, sorting and a report."""


class Item:
    def __init__(self, name, price, quantity):
        self.name = name
        self.price = price
        self.quantity = quantity

    def value(self):
        return self.price * self.quantity

    def __repr__(self):
        return f"Item({self.name!r}, {self.price:.2f}, {self.quantity})"


class Inventory:
    def __init__(self):
        self.items = {}

    def add(self, name, price, quantity):
        if name in self.items:
            self.items[name].quantity += quantity
        else:
            self.items[name] = Item(name, price, quantity)

    def remove(self, name, quantity):
        item = self.items.get(name)
        if item is None:
            raise KeyError(name)
        if item.quantity < quantity:
            raise ValueError(f"only {item.quantity} of {name}")
        item.quantity -= quantity

    def total(self):
        return sum(item.value() for item in self.items.values())

    def report(self):
        lines = []
        for item in sorted(self.items.values(), key=lambda i: (-i.value(), i.name)):
            lines.append(f"{item.name:<12}{item.quantity:>6}{item.price:>10.2f}{item.value():>12.2f}")
        return "\n".join(lines)


inventory = Inventory()
refused = 0
for i in range(150_000):
    name = f"item {i * 7 % 500}"
    inventory.add(name, 1.5 + i % 13, i % 4)
    try:
        inventory.remove(f"item {i * 11 % 520}", 2)
    except (KeyError, ValueError):
        refused += 1
for _ in range(20):
    text = inventory.report()
print(refused, len(text), f"{inventory.total():.2f}")
print(text.splitlines()[0])
