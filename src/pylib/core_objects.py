# What the machine needs Python for around objects, classes, calls and exceptions. All
# core_*.py files share one namespace; nothing here shows in a program's tracebacks.


def listed(function, index, args):
    args = [*args]
    args[index] = [item for item in args[index]]
    return function(*args)


def listed_some(function, index, args):
    return listed(function, index, args)


def cannot_instantiate(cls, names):
    names = sorted(names)
    plural = "s" if len(names) > 1 else ""
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {', '.join(names)}")


def getattribute(instance, name):
    cls = type(instance)
    try:
        return cls.__getattribute__(instance, name)
    except AttributeError:
        hook = _special(instance, "__getattr__")
        if hook is None:
            raise
    return hook(instance, name)


def format_converted(value, how, *spec):
    if how == 1:
        value = str(value)
    elif how == 2:
        value = repr(value)
    elif how == 3:
        value = ascii(value)
    return format(value, *spec)


# --- unpacking ------------------------------------------------------------------------


def unpack(iterable, n):
    it = iter(iterable)
    found = []
    for item in it:
        if len(found) == n:
            raise ValueError(f"too many values to unpack (expected {n})")
        found.append(item)
    if len(found) < n:
        raise ValueError(f"not enough values to unpack (expected {n}, got {len(found)})")
    return (*found,)


def unpack_ex(iterable, before, after):
    if _special(iterable, "__iter__") is None and _special(iterable, "__getitem__") is None:
        raise TypeError(f"cannot unpack non-iterable {type(iterable).__name__} object")
    found = [item for item in iterable]
    if len(found) < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {len(found)})")
    end = len(found) - after
    return (*found[:before], found[before:end], *found[end:])


def extend(target, iterable):
    for item in iterable:
        target.append(item)
    return target


def set_extend(target, iterable):
    for item in iterable:
        target.add(item)
    return target


def dict_pairs(target, pairs):
    for i in range(0, len(pairs), 2):
        target[pairs[i]] = pairs[i + 1]
    return target


def dict_extend(target, mapping):
    if _special(mapping, "keys") is None:
        raise TypeError(f"'{type(mapping).__name__}' object is not a mapping")
    for key in mapping.keys():
        target[key] = mapping[key]
    return target


def callable_name(function):
    name = getattr(function, "__qualname__", None)
    if name is None:
        return str(function)
    module = getattr(function, "__module__", None)
    if module is not None and module != "builtins":
        name = f"{module}.{name}"
    return f"{name}()"


def star_error(function, value):
    raise TypeError(f"{callable_name(function)} argument after * must be an iterable, not {type(value).__name__}")


def merge_keywords(target, mapping, function):
    if _special(mapping, "keys") is None:
        raise TypeError(f"{callable_name(function)} argument after ** must be a mapping, not {type(mapping).__name__}")
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in target:
            raise TypeError(f"{callable_name(function)} got multiple values for keyword argument '{key}'")
        target[key] = mapping[key]
    return target


# --- dir ----------------------------------------------------------------------------------


def dir_of(value):
    names = set()
    if isinstance(value, type):
        for cls in value.__mro__:
            names.update(_own_dict(cls))
    else:
        own = _own_dict(value)
        if own is not None:
            names.update(own)
        if type(value).__name__ == "module":
            if "__dir__" in own:
                names = own["__dir__"]()
        else:
            for cls in type(value).__mro__:
                names.update(_own_dict(cls))
    return sorted(names)


def dir_of_module(hook):
    return sorted(hook())


def dir_hook(value, hook):
    return sorted(hook(value))


def sorted_keys(namespace):
    return sorted(namespace)
