a = []
for i in range(100000):
    a = [a]
try:
    repr(a)
except RecursionError as e:
    print("RecursionError:", e)
class A:
    def __repr__(self):
        return repr(self)
try:
    repr(A())
except RecursionError as e:
    print(type(e).__name__)
b = []
for i in range(100):
    b = [b]
print(repr(b).count("["))
