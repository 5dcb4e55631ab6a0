"""Many small objects that live and die."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


long_lived = build(14)
total = 0
for _ in range(20):
    total += count(build(11))
print(total, count(long_lived))
