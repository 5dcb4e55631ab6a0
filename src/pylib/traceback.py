"""traceback: exceptions and stacks as text. The frames of the library never show."""
import sys
import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only',
           'format_list', 'format_stack', 'format_tb', 'print_exc', 'format_exc',
           'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_REPEATS_SHOWN = 3
_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


class _NotGiven:
    def __repr__(self):
        return '<implicit>'


_not_given = _NotGiven()


def _text_of(value, what, func=str):
    try:
        return func(value)
    except:
        return f'<{what} {func.__name__}() failed>'


# --- frames ----------------------------------------------------------------------------

class FrameSummary:
    """One frame of a stack; also a sequence (filename, lineno, name, line)."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._original = line or ''
        self.line = line.strip() if line is not None else None
        self.locals = None if locals is None else {
            k: _text_of(v, 'local', repr) for k, v in locals.items()}
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4

    def _place(self):
        return self.filename, self.lineno, self.name


def _summary(entry):
    filename, lineno, name, line, end_lineno, colno, end_colno = entry
    return FrameSummary(filename, lineno, name, line=line, end_lineno=end_lineno,
                        colno=colno, end_colno=end_colno)


def _character_offset(text, offset):
    """Of a place that is given in bytes of UTF-8."""
    return len(text.encode('utf-8', 'surrogatepass')[:offset].decode('utf-8', 'replace'))


def _carets(frame):
    """The line of carets below the frame's source line, or nothing."""
    line, shown = frame._original, frame.line
    if frame.colno is None or frame.end_colno is None:
        return ''
    indent = len(line) - len(shown.lstrip())
    start = _character_offset(line, frame.colno)
    if frame.lineno == frame.end_lineno:
        end = _character_offset(line, frame.end_colno)
        anchors = _traceback.anchors(line[start:end])
    else:
        end = len(line.rstrip())
        anchors = None
    if end - start >= len(shown) and not anchors:
        return ''
    width = _traceback.columns
    segment = line[start:end]
    text = ' ' * (5 + width(line[:start]) - indent)
    if not anchors:
        return text[1:] + '^' * width(segment) + '\n'
    left, right = anchors
    return (text[1:] + '~' * width(segment[:left]) + '^' * width(segment[left:right]) +
            '~' * width(segment[right:]) + '\n')


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


class StackSummary(list):
    """The frames of a stack, the innermost last."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = [FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name)
                  for frame, lineno in frame_gen]
        return klass(_limited(frames, limit))

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        frame = frame_summary
        text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
        if frame.line:
            text += f'    {frame.line}\n{_carets(frame)}'
        if frame.locals:
            for name, value in sorted(frame.locals.items()):
                text += f'    {name} = {value}\n'
        return text

    def format(self):
        result = []
        last, count = None, 0

        def tell_repeats():
            if count > _REPEATS_SHOWN:
                more = count - _REPEATS_SHOWN
                result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')

        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            if frame._place() != last:
                tell_repeats()
                last, count = frame._place(), 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(text)
        tell_repeats()
        return result


# --- exceptions ------------------------------------------------------------------------

class _Printing:
    """How deep in groups the printing is."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return ' ' * (2 * self.depth)

    def emit(self, texts, margin='|'):
        before = self.indent() + (margin + ' ' if self.depth else '')
        for text in [texts] if isinstance(texts, str) else texts:
            yield ''.join(before + line for line in text.splitlines(True))


class TracebackException:
    """All that is to be printed of an exception, without the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        entries = _traceback.entries(exc_traceback)
        self.stack = StackSummary(map(_summary, _limited(entries, limit)))
        # A traceback of the library's frames only has a title too.
        self._has_title = bool(self.stack) or (exc_traceback is not None and not entries)
        self.exc_type = exc_type
        self._str = _text_of(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        self._is_syntax_error = (exc_type is not None and issubclass(exc_type, SyntaxError) and
                                 hasattr(exc_value, 'filename'))
        if self._is_syntax_error:
            self._take_syntax_error(exc_value)
        outermost = _seen is None
        seen = {id(exc_value)} if outermost else _seen
        seen.add(id(exc_value))
        if outermost:
            options = dict(limit=limit, max_group_width=max_group_width,
                           max_group_depth=max_group_depth, _seen=seen)
            self._take_related(exc_value, compact, options)

    def _take_syntax_error(self, error):
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.text = error.text
        self.offset = error.offset
        self.end_offset = getattr(error, 'end_offset', None)
        self.msg = error.msg

    def _take_related(self, value, compact, options):
        """Causes, contexts and members, without recursion: a chain may be long."""
        def made(error):
            return TracebackException(type(error), error, error.__traceback__, **options)

        seen = options['_seen']
        waiting = [(self, value)]
        while waiting:
            taken, error = waiting.pop()
            if error is None:
                continue
            cause = error.__cause__
            if cause is not None and id(cause) not in seen:
                taken.__cause__ = made(cause)
            wanted = not compact or (taken.__cause__ is None and not error.__suppress_context__)
            context = error.__context__
            if context is not None and wanted and id(context) not in seen:
                taken.__context__ = made(context)
            if isinstance(error, BaseExceptionGroup):
                taken.exceptions = [made(member) for member in error.exceptions]
            if taken.__cause__ is not None:
                waiting.append((taken.__cause__, cause))
            if taken.__context__ is not None:
                waiting.append((taken.__context__, context))
            if taken.exceptions:
                waiting.extend(zip(taken.exceptions, error.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ('__main__', 'builtins'):
            name = f'{module if isinstance(module, str) else "<unknown>"}.{name}'
        if self._is_syntax_error:
            yield from self._format_syntax_error(name)
        else:
            yield _final_line(name, self._str)
        if isinstance(self.__notes__, (list, tuple, str)):
            for note in self.__notes__:
                for line in _text_of(note, 'note').split('\n'):
                    yield line + '\n'
        elif self.__notes__ is not None:
            yield _text_of(self.__notes__, '__notes__', repr)

    def _format_syntax_error(self, name):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            line = self.text.rstrip('\n')
            shown = line.lstrip(' \n\f')
            yield f'    {shown}\n'
            if self.offset is not None:
                start = self.offset
                end = self.end_offset if self.end_offset not in (None, 0, -1, start) else start + 1
                column = start - 1 - (len(line) - len(shown))
                if column >= 0:
                    before = ''.join(c if c.isspace() else ' ' for c in shown[:column])
                    yield f'    {before}{"^" * (end - start)}\n'
        yield f'{name}: {self.msg or "<no detail available>"}{suffix}\n'

    def _chain(self):
        """(exception, what is said before it), the first to be told last."""
        chain = []
        error = self
        while error is not None:
            if error.__cause__ is not None:
                text, before = _CAUSE, error.__cause__
            elif error.__context__ is not None and not error.__suppress_context__:
                text, before = _CONTEXT, error.__context__
            else:
                text, before = None, None
            chain.append((error, text))
            error = before
        return chain

    def format(self, *, chain=True, _ctx=None):
        printing = _Printing() if _ctx is None else _ctx
        for error, text in reversed(self._chain() if chain else [(self, None)]):
            if text is not None:
                yield from printing.emit(text)
            if error.exceptions is not None:
                yield from error._format_group(chain, printing)
                continue
            if error._has_title:
                yield from printing.emit('Traceback (most recent call last):\n')
                yield from printing.emit(error.stack.format())
            yield from printing.emit(error.format_exception_only())

    def _format_group(self, chain, printing):
        if printing.depth > self.max_group_depth:
            yield from printing.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            return
        outermost = printing.depth == 0
        if outermost:
            printing.depth = 1
        if self._has_title:
            yield from printing.emit('Exception Group Traceback (most recent call last):\n',
                                     '+' if outermost else '|')
            yield from printing.emit(self.stack.format())
        yield from printing.emit(self.format_exception_only())
        yield from self._format_members(chain, printing)
        if outermost:
            printing.depth = 0

    def _format_members(self, chain, printing):
        width = self.max_group_width
        shown = min(len(self.exceptions), width + 1)
        printing.need_close = False
        for i in range(shown):
            # A group that is the last member closes the frame itself.
            if i == shown - 1:
                printing.need_close = True
            cut = i >= width
            title = '...' if cut else i + 1
            yield f'{printing.indent()}{"+-" if i == 0 else "  "}+---------------- {title} ----------------\n'
            printing.depth += 1
            if cut:
                more = len(self.exceptions) - width
                yield from printing.emit(f'and {more} more exception{"s" if more > 1 else ""}\n')
            else:
                yield from self.exceptions[i].format(chain=chain, _ctx=printing)
            if i == shown - 1 and printing.need_close:
                yield printing.indent() + '+------------------------------------\n'
                printing.need_close = False
            printing.depth -= 1

    def print(self, *, file=None, chain=True):
        file = sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end='')


def _final_line(name, text):
    return f'{name}\n' if text is None or not text else f'{name}: {text}\n'


# --- the functions ---------------------------------------------------------------------

def _value_and_traceback(exc, value, tb):
    if (value is _not_given) != (tb is _not_given):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _not_given:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def print_exception(exc, /, value=_not_given, tb=_not_given, limit=None, file=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_not_given, tb=_not_given, limit=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    taken = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(taken.format(chain=chain))


def format_exception_only(exc, /, value=_not_given):
    if value is _not_given:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def extract_tb(tb, limit=None):
    return StackSummary(map(_summary, _limited(_traceback.entries(tb), limit)))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def print_list(extracted_list, file=None):
    file = sys.stderr if file is None else file
    for text in StackSummary.from_list(extracted_list).format():
        print(text, file=file, end='')


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def _stack(limit):
    """The frames that are running, without the library's own; a limit counts the innermost."""
    frames = StackSummary(_summary(entry[:4] + (None, None, None)) for entry in _traceback.stack())
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    if limit is None:
        return frames
    return StackSummary(frames[-limit:] if limit > 0 else frames[:-limit] if limit else [])


def extract_stack(f=None, limit=None):
    return _stack(limit)


def format_stack(f=None, limit=None):
    return _stack(limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(_stack(limit), file=file)


def clear_frames(tb):
    pass


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back
