def a():
    x = 1

    def b():
        x = 2

        def c():
            nonlocal x
            x = 3
            return x

        return c(), x

    return b(), x


print(a())


def shadow(print):
    return print


print(shadow(5))


def default(x, y=lambda x: x + 1):
    return y(x)


print(default(5))
