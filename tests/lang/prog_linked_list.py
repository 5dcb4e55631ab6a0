class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for x in reversed(list(items)):
            self.push(x)

    def push(self, x):
        self.head = Node(x, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty LinkedList")
        x, self.head = self.head.value, self.head.next
        self.size -= 1
        return x

    def reverse(self):
        previous = None
        node = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __bool__(self):
        return self.head is not None

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


l = LinkedList("abc")
l.push(1)
print(l, len(l), list(l), "b" in l)
l.reverse()
print(l, l.pop(), l)
while l:
    l.pop()
try:
    l.pop()
except IndexError as e:
    print(e, l)
