from collections import deque


class Tree:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child:
            child.insert(key)
        else:
            setattr(self, side, Tree(key))
        return self

    def in_order(self):
        if self.left:
            yield from self.left.in_order()
        yield self.key
        if self.right:
            yield from self.right.in_order()

    def levels(self):
        queue = deque([(self, 0)])
        while queue:
            node, depth = queue.popleft()
            yield depth, node.key
            queue.extend((c, depth + 1) for c in (node.left, node.right) if c)

    @property
    def height(self):
        return 1 + max((c.height for c in (self.left, self.right) if c), default=0)


root = Tree(50)
for k in (30, 70, 20, 40, 60, 80, 10):
    root.insert(k)
print(list(root.in_order()), list(root.levels()), root.height)
