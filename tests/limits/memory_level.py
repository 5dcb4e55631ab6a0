# What nobody holds takes no room: 400 MB pass through 20, cycles and all.
class Node:
    def __init__(self):
        self.me = self
        self.data = [0] * 500

for _ in range(100_000):
    Node()
    text = "x" * 100
print("level")
