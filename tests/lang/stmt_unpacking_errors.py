def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


def few():
    a, b, c = 1, 2


def many():
    a, b = 1, 2, 3


def star():
    a, b, *c = [1]


def number():
    a, b = 5


def text():
    a, b = "xyz"


for f in (few, many, star, number, text):
    attempt(f)
