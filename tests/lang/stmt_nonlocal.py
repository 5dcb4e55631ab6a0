def outer():
    x = 1

    def middle():
        def inner():
            nonlocal x
            x += 10
            return x

        return inner

    return middle(), lambda: x


inner, see = outer()
print(inner(), inner(), see())
