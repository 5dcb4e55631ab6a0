class Three:
    def __index__(self):
        return 3

    def __float__(self):
        return 3.5


print([10, 20, 30, 40][Three()], "abcdef"[:Three()], range(Three()), int(Three()), float(Three()))
print(hex(Three()), bin(Three()), [0] * Three(), "x" * Three(), list(range(10))[::Three()])


class Bad:
    def __index__(self):
        return "three"


for use in (lambda: [1][Bad()], lambda: int(Bad()), lambda: range(Bad())):
    try:
        use()
    except TypeError as error:
        print(error)
