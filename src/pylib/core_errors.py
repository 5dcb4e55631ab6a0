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


def print_exception(error):
    import _traceback
    texts, seen, waiting = [], set(), [error]
    while waiting:
        e = waiting.pop()
        if e is None or id(e) in seen:
            continue
        seen.add(id(e))
        texts.append((e, _str_or_none(e), _note_texts(getattr(e, '__notes__', None))))
        waiting.extend(_related(e))
    _traceback.print_exception(error, texts)
