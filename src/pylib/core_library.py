# The library's own twins lie in modules that are read when one of them is needed.

def library(name, function, *args):
    return getattr(_import(name), function)(*args)
