log = []


def a():
    try:
        b()
    finally:
        log.append("a")


def b():
    try:
        c()
    except KeyError:
        log.append("not here")
    finally:
        log.append("b")


def c():
    raise ValueError("deep")


try:
    a()
except ValueError as e:
    print(e, log)
    tb = e.__traceback__
    n = 0
    while tb:
        n += 1
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
