return 1
break
yield 2

class C:
    return 3

def f():
    continue
