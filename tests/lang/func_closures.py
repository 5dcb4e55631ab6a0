def counter(start):
    n = start

    def step():
        nonlocal n
        n += 1
        return n

    def reset():
        nonlocal n
        n = start

    return step, reset


a, reset = counter(5)
b, _ = counter(0)
print(a(), a(), b())
reset()
print(a(), b())
print(a.__closure__ is not None, a.__code__.co_name)
