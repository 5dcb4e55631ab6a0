def f(a=1, b):
    pass

def g(a, a):
    pass

def h(*):
    pass
