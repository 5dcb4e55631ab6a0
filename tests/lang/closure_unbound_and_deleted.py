def unbound():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    print(inner())
    del value
    try:
        inner()
    except NameError as error:
        print(error)


unbound()


def local_too_early():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1


local_too_early()
