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
    if isinstance(function, type):
        return function.__name__
    name = getattr(function, "__qualname__", None)
    if name is None:
        return f"{type(function).__name__} object"
    module = getattr(function, "__module__", None)
    if module is not None and module != "builtins":
        name = f"{module}.{name}"
    return f"{name}()"


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


# --- classes --------------------------------------------------------------------------


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


# --- match ------------------------------------------------------------------------------

MATCHED_AS_SELF = (bool, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    found = []
    seen = set()
    if count:
        args = getattr(cls, "__match_args__", None)
        if args is None and issubclass(cls, MATCHED_AS_SELF):
            if count > 1:
                raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern ({count} given)")
            found.append(subject)
        else:
            args = () if args is None else args
            if not isinstance(args, tuple):
                raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(args).__name__})")
            if len(args) < count:
                plural = "" if len(args) == 1 else "s"
                raise TypeError(f"{cls.__name__}() accepts {len(args)} positional sub-pattern{plural} ({count} given)")
            for name in args[:count]:
                if not isinstance(name, str):
                    raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
                if name in seen:
                    raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
                seen.add(name)
                try:
                    found.append(getattr(subject, name))
                except AttributeError:
                    return None
    for name in names:
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        seen.add(name)
        try:
            found.append(getattr(subject, name))
        except AttributeError:
            return None
    return (*found,)


def match_keys(subject, keys):
    found = []
    seen = set()
    missing = []
    get = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        value = get(key, missing)
        if value is missing:
            return None
        found.append(value)
    return (*found,)


def without_keys(subject, keys):
    rest = {}
    for key in subject.keys():
        rest[key] = subject[key]
    for key in keys:
        del rest[key]
    return rest


# --- exceptions ---------------------------------------------------------------------------


def group_new(cls, message, exceptions):
    if not isinstance(message, str):
        raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {type(message).__name__}")
    if _special(exceptions, "__getitem__") is None or isinstance(exceptions, (dict, set)):
        raise TypeError("second argument (exceptions) must be a sequence")
    found = (*exceptions,)
    if not found:
        raise ValueError("second argument (exceptions) must be a non-empty sequence")
    only_plain = True
    for i, one in enumerate(found):
        if not isinstance(one, BaseException):
            raise ValueError(f"Item {i} of second argument (exceptions) is not an exception")
        if not isinstance(one, Exception):
            only_plain = False
    if cls is BaseExceptionGroup and only_plain:
        cls = ExceptionGroup
    elif not only_plain and issubclass(cls, Exception):
        if cls is ExceptionGroup:
            raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
        raise TypeError(f"Cannot nest BaseExceptions in {cls.__name__!r}")
    return _make_group(cls, message, found, exceptions)


def derived(group, exceptions):
    new = group.derive(exceptions)
    if not isinstance(new, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    new.__traceback__ = group.__traceback__
    new.__cause__ = group.__cause__
    new.__context__ = group.__context__
    new.__suppress_context__ = group.__suppress_context__
    notes = getattr(group, "__notes__", None)
    if isinstance(notes, (list, tuple)):
        new.__notes__ = [*notes]
    return new


def group_split(group, matches):
    if matches(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    taken, left = [], []
    for one in group.exceptions:
        if isinstance(one, BaseExceptionGroup):
            match, rest = group_split(one, matches)
            if match is not None:
                taken.append(match)
            if rest is not None:
                left.append(rest)
        elif matches(one):
            taken.append(one)
        else:
            left.append(one)
    return derived(group, taken) if taken else None, derived(group, left) if left else None


def group_matcher(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda error: isinstance(error, condition)
    if isinstance(condition, tuple):
        for one in condition:
            if not isinstance(one, type) or not issubclass(one, BaseException):
                break
        else:
            return lambda error: isinstance(error, condition)
    elif callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


def group_subgroup(group, matches):
    if matches(group):
        return group
    taken = []
    for one in group.exceptions:
        if isinstance(one, BaseExceptionGroup):
            match = group_subgroup(one, matches)
            if match is not None:
                taken.append(match)
        elif matches(one):
            taken.append(one)
    if not taken:
        return None
    return derived(group, taken)


def group_method(group, which, argument):
    if which == "derive":
        return BaseExceptionGroup(group.message, argument)
    if which == "split":
        return group_split(group, group_matcher(argument))
    return group_subgroup(group, group_matcher(argument))


def check_star_types(types):
    for one in types if isinstance(types, tuple) else (types,):
        if not isinstance(one, type) or not issubclass(one, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(one, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")


# (rest, match) for one clause of except*.
def eg_match(error, types):
    if error is None:
        return None, None
    check_star_types(types)
    if isinstance(error, BaseExceptionGroup):
        match, rest = error.split(types)
        return rest, match
    if isinstance(error, types):
        wrapped = ExceptionGroup if isinstance(error, Exception) else BaseExceptionGroup
        match = wrapped("", (error,))
        match.__traceback__ = error.__traceback__
        return None, match
    return error, None


def leaves(error, found):
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            leaves(one, found)
    else:
        found.append(id(error))
    return found


def is_same_origin(error, original):
    return (error.__traceback__ is original.__traceback__ and error.__cause__ is original.__cause__
            and error.__context__ is original.__context__
            and getattr(error, "__notes__", None) == getattr(original, "__notes__", None))


# What is left to raise behind the clauses of except*: what nobody took or was raised again
# is put together as it stood in the original; what the clauses raised anew comes beside it.
def eg_reraise(original, raised):
    raised = [error for error in raised if error is not None]
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return raised[0]
    new, again = [], []
    for error in raised:
        if isinstance(error, BaseExceptionGroup) and is_same_origin(error, original):
            again.append(error)
        else:
            new.append(error)
    kept = None
    if again:
        wanted = set()
        for error in again:
            wanted.update(leaves(error, []))
        kept = group_subgroup(original, lambda error: not isinstance(error, BaseExceptionGroup) and id(error) in wanted)
    if not new:
        return kept
    if kept is not None:
        new.append(kept)
    if len(new) == 1:
        return new[0]
    return BaseExceptionGroup("", new)


def make_exception(what):
    return what() if isinstance(what, type) else what


# --- the end of objects ------------------------------------------------------------------------


def finalize(dead):
    hook = _special(dead, "__del__")
    try:
        if hook is not None:
            hook(dead)
        elif _is_unawaited(dead):
            import warnings
            warnings.warn_explicit(f"coroutine {dead.__qualname__!r} was never awaited", RuntimeWarning,
                                   *_made_at(dead))
        elif _special(dead, "close") is not None:
            dead.close()
    except BaseException as error:
        print_ignored(hook or dead, error)


def finalize_all(dead):
    for one in dead:
        finalize(one)


# --- dir, import ----------------------------------------------------------------------------------


def dir_of(value):
    names = set()
    if isinstance(value, type):
        for cls in value.__mro__:
            names.update(_own_dict(cls))
    else:
        own = _own_dict(value)
        if own is not None:
            names.update(own)
        if type(value).__name__ != "module":
            for cls in type(value).__mro__:
                names.update(_own_dict(cls))
    return sorted(names)


def dir_hook(value, hook):
    return sorted(hook(value))


def sorted_keys(namespace):
    return sorted(namespace)


def import_both(parent, name):
    _import(parent)
    return _import(name)


def import_top(top, name):
    module = _import(top)
    _import(name)
    return module


def library_twin(module, function, *args):
    return getattr(_import(module), function)(*args)
