def careful():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            print("caught", e)
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally")


g = careful()
next(g)
print(g.throw(ValueError("v")))
print(g.throw(ValueError))
g.close()
g.close()
try:
    g.throw(KeyError("late"))
except KeyError as e:
    print(repr(e))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
