# Exception groups, and except*.


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
    new.__cause__ = group.__cause__  # suppresses the context, even if it is None
    new.__context__ = group.__context__
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
        return (error if match is None else rest), match
    if isinstance(error, types):
        wrapped = ExceptionGroup if isinstance(error, Exception) else BaseExceptionGroup
        return None, wrapped("", (error,))
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
