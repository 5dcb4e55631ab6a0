# Making classes, and asking what derives from what. In a file of its own, since that is all that
# most programs need of the core.


def resolved_bases(bases):
    found = []
    for base in bases:
        entries = None if isinstance(base, type) else _special(base, "__mro_entries__")
        if entries is None:
            found.append(base)
        else:
            found.extend(entries(base, bases))
    return (*found,)


def most_derived(meta, bases):
    for base in bases:
        kind = type(base)
        if issubclass(meta, kind):
            continue
        if not issubclass(kind, meta):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                            "subclass of the metaclasses of all its bases")
        meta = kind
    return meta


def build_class(body, name, /, *original, metaclass=None, **keywords):
    bases = original
    for base in original:
        if not isinstance(base, type):
            bases = resolved_bases(original)
            break
    meta = metaclass
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = most_derived(meta, bases)
    if meta is type:
        namespace = {}
    else:
        prepare = getattr(meta, "__prepare__", None)
        namespace = {} if prepare is None else prepare(name, bases, **keywords)
        if not isinstance(namespace, dict):
            who = meta.__name__ if isinstance(meta, type) else "<metaclass>"
            raise TypeError(f"{who}.__prepare__() must return a mapping, not {type(namespace).__name__}")
    cell = _run_class_body(body, namespace)
    if bases is not original:
        namespace["__orig_bases__"] = original
    cls = meta(name, bases, namespace, **keywords)
    if cell is not None and isinstance(cls, type):
        check_class_cell(cell, name, cls)
    return cls


def check_class_cell(cell, name, cls):
    try:
        kept = cell.cell_contents
    except ValueError:
        raise RuntimeError(f"__class__ not set defining {name!r} as {cls!r}. "
                           "Was __classcell__ propagated to type.__new__?") from None
    if kept is not cls:
        raise TypeError(f"__class__ set to {kept!r} defining {name!r} as {cls!r}")


def finish_class(cls, keywords):
    for name, value in [*_own_dict(cls).items()]:
        hook = _special(value, "__set_name__")
        if hook is not None:
            try:
                hook(value, cls, name)
            except Exception as error:
                raise RuntimeError(f"Error calling __set_name__ on '{type(value).__name__}' instance {name!r} "
                                   f"in {cls.__name__!r}") from error
    super(cls, cls).__init_subclass__(**keywords)
    return cls


# --- isinstance, issubclass -------------------------------------------------------------


def isinstance_python(value, wanted):
    if isinstance(wanted, tuple):
        for one in wanted:
            if isinstance(value, one):
                return True
        return False
    if type(value) is wanted:
        return True
    hook = _special(wanted, "__instancecheck__")
    if hook is None:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    return bool(hook(wanted, value))


def issubclass_python(cls, wanted):
    if isinstance(wanted, tuple):
        for one in wanted:
            if issubclass(cls, one):
                return True
        return False
    hook = _special(wanted, "__subclasscheck__")
    if hook is None:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return bool(hook(wanted, cls))
