from collections import deque
import copy

class Stack(deque):
    def __init__(self, *items, name="s"):
        super().__init__(items)
        self.name = name
    def peek(self):
        return self[-1]
    def append(self, x):
        print("push", x)
        super().append(x)

s = Stack(1, 2, name="n")
s.append(3)
print(s, s.peek(), s.name, len(s), s.__dict__, type(s + s).__name__ if False else "", isinstance(s, deque))
class Plain(deque):
    pass
p = Plain([1, 2], 3)
print(p, p.copy(), type(p.copy()).__name__, p + p, copy.deepcopy(p), copy.copy(p))
