import traceback


def a():
    b()


def b():
    c()


def c():
    raise ValueError("x")


try:
    a()
except ValueError as error:
    for limit in (None, 0, 1, 2, -1, -2):
        names = [entry.name for entry in traceback.extract_tb(error.__traceback__, limit=limit)]
        print(limit, names)
