n = "module"


class C:
    n = "class"
    m = n + "!"
    items = [i for i in range(3)]
    squares = [x * x for x in items]
    for k in range(2):
        pass

    def f(self):
        return n

    if n == "class":
        flag = True
    print("in the body", n, __qualname__)


print(C.m, C.squares, C.k, C().f(), C.flag, C.__module__)
