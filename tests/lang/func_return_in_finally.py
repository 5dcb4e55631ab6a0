def f():
    try:
        return "try"
    finally:
        print("cleaning")


def g():
    try:
        raise ValueError
    finally:
        return "swallowed"


def h():
    for i in range(3):
        try:
            continue
        finally:
            print("finally", i)
    while True:
        try:
            break
        finally:
            print("broken")
    return "end"


print(f(), g(), h())
