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


def print_exception(error):
    import _traceback
    _traceback.print_exception(error, _texts_of(error), True)


def print_ignored(where, error):
    """What is told of an exception that can be raised nowhere."""
    import _traceback
    _write_error(f'Exception ignored in: {where!r}\n')
    _traceback.print_exception(error, _texts_of(error), False)
