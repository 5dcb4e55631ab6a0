class A:
    def __init__(self):
        print("A.__init__")

    def who(self):
        return "A"

    def hello(self):
        return "hello from " + self.who()


class B(A):
    def __init__(self):
        super().__init__()
        print("B.__init__")

    def who(self):
        return "B"


class C(B):
    pass


c = C()
print(c.hello(), issubclass(C, A), issubclass(A, C), isinstance(c, (int, A)), C.__bases__, C.__base__)
