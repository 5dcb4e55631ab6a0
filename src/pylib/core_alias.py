# list[T][int] and its like, where C meets type variables and other objects of typing.


def alias_call(alias, args, keywords):
    made = alias.__origin__(*args, **keywords)
    try:
        made.__orig_class__ = alias
    except (AttributeError, TypeError):
        pass
    return made


def alias_repr(alias):
    args = alias.__args__
    origin = getattr(alias, "__origin__", None)
    if origin is None:
        return " | ".join([alias_item_repr(arg) for arg in args])
    star = "*" if alias.__unpacked__ else ""
    return f"{star}{alias_item_repr(origin)}[{', '.join([alias_item_repr(arg) for arg in args])}]"


def alias_item_repr(item):
    if item is ...:
        return "..."
    if item is type(None):
        return "None"
    if hasattr(item, "__origin__") and hasattr(item, "__args__"):
        return repr(item)
    name = getattr(item, "__qualname__", None)
    module = getattr(item, "__module__", None)
    if name is None or module is None:
        return repr(item)
    return name if module == "builtins" else f"{module}.{name}"


def alias_hash(alias):
    args = alias.__args__
    origin = getattr(alias, "__origin__", None)
    return hash(frozenset(args)) if origin is None else hash((origin, args))


def alias_equal(a, b):
    if getattr(a, "__origin__", None) is None:
        return set(a.__args__) == set(b.__args__)
    return a.__args__ == b.__args__


def alias_item(alias, item):
    params = alias.__parameters__
    if not params:
        raise TypeError(f"{alias!r} is not a generic class")
    items = item if isinstance(item, tuple) else (item,)
    for param in params:
        prepare = getattr(param, "__typing_prepare_subst__", None)
        if prepare is not None:
            items = prepare(alias, items)
            if not isinstance(items, tuple):
                items = (items,)
    if len(items) != len(params):
        amount = "many" if len(items) > len(params) else "few"
        raise TypeError(f"Too {amount} arguments for {alias!r}; actual {len(items)}, expected {len(params)}")
    given = {param: value for param, value in zip(params, items)}
    args = []
    for arg in alias.__args__:
        alias_add_arg(args, arg, given)
    origin = getattr(alias, "__origin__", None)
    if origin is not None:
        return type(list[int])(origin, tuple(args))
    result = args[0]
    for arg in args[1:]:
        result = result | arg
    return result


def alias_add_arg(args, arg, given):
    if isinstance(arg, type):
        args.append(arg)
        return
    subst = getattr(arg, "__typing_subst__", None)
    if subst is not None:
        new = subst(given[arg])
        if getattr(arg, "__typing_is_unpacked_typevartuple__", False):
            args.extend(new)
            return
    else:
        inner = getattr(arg, "__parameters__", None)
        if not isinstance(inner, tuple) or not inner:
            args.append(arg)
            return
        values = []
        for param in inner:
            # A variable for several types has a tuple of them.
            if isinstance(given[param], tuple) and hasattr(type(param), "__iter__"):
                values.extend(given[param])
            else:
                values.append(given[param])
        new = arg[tuple(values)]
        if getattr(arg, "__typing_is_unpacked_typevartuple__", False):
            args.extend(new)
            return
    args.append(new)
