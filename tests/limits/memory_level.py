# What nobody holds takes no room: 100 MB pass through 20, cycles and all.
class Node:
    def __init__(self):
        self.me = self
        self.data = [0] * 500

for _ in range(25_000):
    Node()
    text = "x" * 100
print("level")
