class C:
    made = 0

    def __init__(self):
        type(self).made += 1

    @classmethod
    def create(cls, n):
        return [cls() for _ in range(n)]

    @staticmethod
    def helper(x, y=2):
        return x * y


class D(C):
    pass


print(len(C.create(2)), len(D.create(3)), C.made, D.made, C.helper(3), C().helper(3, 4))
print([type(x).__name__ for x in D.create(1)])
