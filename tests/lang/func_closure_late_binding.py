def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    i = 9
    return fs


print([f() for f in make()])


def unbound():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(e)
    later = 1
    return inner()


print(unbound())
