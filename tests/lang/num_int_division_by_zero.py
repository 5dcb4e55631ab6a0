for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 10 ** 30 // 0,
          lambda: 10 ** 30 % 0, lambda: 0 ** -1, lambda: True // False):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)
