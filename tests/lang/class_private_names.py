class A:
    def __init__(self):
        self.__secret = 1
        self._hint = 2
        self.__not_mangled__ = 3

    def __hidden(self):
        return "hidden"

    def show(self):
        return self.__secret, self.__hidden()


class B(A):
    def __init__(self):
        super().__init__()
        self.__secret = "b"


b = B()
print(sorted(vars(b)), b.show(), b._A__hidden())
try:
    b.__secret
except AttributeError as e:
    print(e)
