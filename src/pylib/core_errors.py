# Uncaught exceptions whose texts only the program's own code can make.


def _str_or_none(value):
    try:
        return str(value)
    except:
        return None


def _note_texts(notes):
    if not isinstance(notes, (list, tuple)):
        try:
            return [repr(notes)] if notes is not None else None
        except:
            return ['<__notes__ repr() failed>']
    texts = [_str_or_none(note) for note in notes]
    return ['<note str() failed>' if text is None else text for text in texts]


def _related(error):
    yield error.__cause__
    yield error.__context__
    if isinstance(error, BaseExceptionGroup):
        yield from error.exceptions


def _texts_of(error):
    texts, seen, waiting = [], set(), [error]
    while waiting:
        e = waiting.pop()
        if e is None or id(e) in seen:
            continue
        seen.add(id(e))
        texts.append((e, _str_or_none(e), _note_texts(getattr(e, '__notes__', None))))
        waiting.extend(_related(e))
    return texts


def _exception_text(error, chain=True):
    import _traceback
    return _traceback.format_exception(error, _texts_of(error), chain)


def show_exception(cls, error, traceback):
    import sys
    if isinstance(error, BaseException):
        text = _exception_text(error)
    else:
        text = ('TypeError: print_exception(): Exception expected for value, '
                f'{type(error).__name__} found\n')
    sys.stderr.write(text)


def print_exception(error):
    import sys
    hook = getattr(sys, 'excepthook', None)
    if sys.stderr is None:
        return
    if hook is None:
        _write_error('sys.excepthook is missing\n' + _exception_text(error))
        return
    try:
        hook(type(error), error, error.__traceback__)
    except BaseException as failure:
        failure.__context__ = None
        sys.stderr.write(f'Error in sys.excepthook:\n{_exception_text(failure)}\n'
                         f'Original exception was:\n{_exception_text(error)}')


def _bare_text(error):
    """Its traceback and its name, without what it came from and what a group holds."""
    import traceback
    lines = traceback.format_tb(error.__traceback__)
    kind, text = type(error), _str_or_none(error)
    name = kind.__qualname__ if kind.__module__ in ('builtins', '__main__') else f'{kind.__module__}.{kind.__qualname__}'
    head = ['Traceback (most recent call last):\n'] if lines else []
    return ''.join([*head, *lines, f'{name}: {"<exception str() failed>" if text is None else text}\n'])


def print_ignored(where, error):
    """What is told of an exception that can be raised nowhere."""
    import sys
    if sys.stderr is not None:
        sys.stderr.write(f'Exception ignored in: {where!r}\n{_bare_text(error)}')


def make_exception(what):
    return what() if isinstance(what, type) else what


# --- the end of objects ------------------------------------------------------------------------


_told_unawaited = {}


def finalize(dead):
    hook = _special(dead, "__del__")
    try:
        if hook is not None:
            hook(dead)
        elif _is_unawaited(dead):
            import warnings
            warnings.warn_explicit(f"coroutine {dead.__qualname__!r} was never awaited", RuntimeWarning,
                                   *_made_at(dead), registry=_told_unawaited, source=dead)
        else:
            _close_generator(dead)
    except BaseException as error:
        print_ignored(hook or dead, error)


def finalize_all(dead):
    for one in dead:
        finalize(one)
