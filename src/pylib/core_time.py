# What the time module does in Python.


def time_strptime(text, format):
    import _strptime
    return _strptime.struct_time_of(text, format)


def time_with_index(function, args):
    return function(*[a.__index__() if hasattr(type(a), '__index__') else a for a in args])
