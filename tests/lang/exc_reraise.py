def f():
    try:
        raise KeyError("k")
    except KeyError:
        print("seen")
        raise


try:
    f()
except KeyError as e:
    print("again", e, e.args)
try:
    raise
except RuntimeError as e:
    print(e)


def g():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise e


try:
    g()
except ArithmeticError as e:
    print(type(e).__name__)
