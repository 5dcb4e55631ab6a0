# Modules. The library's own twins lie in modules that are read when one of them is needed.

def library(name, function, *args):
    return getattr(_import(name), function)(*args)


def star_import(module, names, namespace):
    for name in names:
        namespace[name] = getattr(module, name)


def proxy_repr(mapping):
    return f"mappingproxy({mapping!r})"


def proxy_call(name, mapping, *args):
    return getattr(type(mapping), name)(mapping, *args)


_PROXY_OPERATORS = {
    '__eq__': lambda a, b: a == b, '__ne__': lambda a, b: a != b, '__lt__': lambda a, b: a < b,
    '__le__': lambda a, b: a <= b, '__gt__': lambda a, b: a > b, '__ge__': lambda a, b: a >= b,
    '__or__': lambda a, b: a | b}


def proxy_operator(name, a, b):
    return _PROXY_OPERATORS[name](a, b)


def import_both(parent, name):
    _import(parent)
    return _import(name)


def import_top(top, name):
    module = _import(top)
    _import(name)
    return module
