# Modules. The library's own twins lie in modules that are read when one of them is needed.

def library(name, function, *args):
    return getattr(_import(name), function)(*args)


def star_import(module, names, namespace):
    for name in names:
        namespace[name] = getattr(module, name)


def proxy_repr(mapping):
    return f"mappingproxy({mapping!r})"


def import_both(parent, name):
    _import(parent)
    return _import(name)


def import_top(top, name):
    module = _import(top)
    _import(name)
    return module
