# Text where the program's own methods have the say: __str__, __repr__, __format__, __index__.

_need('core_numbers')


def _with_plain_limits(s):
    return slice(_index_or_same(s.start), _index_or_same(s.stop), _index_or_same(s.step))


def text_with_ints(name, args):
    """The method once more, with ints in the place of what has an __index__."""
    kind = str if isinstance(args[0], str) else bytes if isinstance(args[0], bytes) else type(args[0])
    rest = [_with_plain_limits(a) if isinstance(a, slice) else _index_or_same(a) for a in args[1:]]
    return getattr(kind, name)(args[0], *rest)


def text_chr(number):
    return chr(_index_of(number))


def text_join(separator, texts):
    kind = str if isinstance(separator, str) else bytes
    try:
        items = iter(texts)
    except TypeError:
        raise TypeError('can only join an iterable') from None
    return kind.join(separator, list(items))


def str_new(cls, value):
    return _str_of(cls, str(value))


def bytes_of(cls, value):
    if _has_special(value, '__bytes__'):
        made = type(value).__bytes__(value)
        if not isinstance(made, bytes):
            raise TypeError(f'__bytes__ returned non-bytes (type {type(made).__name__})')
    elif _has_special(value, '__index__'):
        made = bytes(_index_of(value))
    else:
        made = bytes([_index_of(item) for item in value])
    return made if cls is bytes else cls.__new__(cls, made)


def str_translate(text, table):
    out = []
    for char in text:
        try:
            to = table[ord(char)]
        except LookupError:
            out.append(char)
            continue
        if isinstance(to, str):
            out.append(to)
        elif isinstance(to, int):
            if not 0 <= to < 0x110000:
                raise ValueError('character mapping must be in range(0x110000)')
            out.append(chr(to))
        elif to is not None:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(out)


# --- repr, str, format ---------------------------------------------------------------------


def text_ascii(value):
    return _ascii_text(repr(value))


def exception_str(error):
    args = error.args
    if isinstance(error, OSError) and error.strerror is not None:
        text = f'[Errno {error.errno}] {error.strerror}'
        return text if error.filename is None else f'{text}: {error.filename!r}'
    if isinstance(error, BaseExceptionGroup):
        count = len(error.exceptions)
        return f'{error.message} ({count} sub-exception{"s" if count != 1 else ""})'
    if len(args) != 1:
        return repr(args)
    return repr(args[0]) if isinstance(error, KeyError) else str(args[0])


# --- str.format --------------------------------------------------------------------------------


class _Fields:
    """What the fields of one format string are taken from."""

    def __init__(self, args, keys):
        self.args = args
        self.keys = keys
        self.automatic = None
        self.next = 0

    def positional(self, number):
        automatic = number == ''
        if self.automatic is None:
            self.automatic = automatic
        if self.automatic and not automatic:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        if automatic and not self.automatic:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        if automatic:
            number = self.next
            self.next += 1
        if self.args is None:
            raise ValueError('Format string contains positional fields')
        if number >= len(self.args):
            raise IndexError(f'Replacement index {number} out of range for positional args tuple')
        return self.args[number]

    def value(self, name):
        first, steps = _format_name(name)
        by_position = first == '' or isinstance(first, int)
        value = self.positional(first) if by_position else self.keys[first]
        for is_attribute, step in steps:
            value = getattr(value, step) if is_attribute else value[step]
        return value


def _converted(value, conversion):
    if conversion is None:
        return value
    if conversion in 'sra':
        return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
    shown = conversion if ' ' < conversion < '\x7f' else f'\\x{ord(conversion):x}'
    raise ValueError(f'Unknown conversion specifier {shown}')


def _formatted(text, fields, depth):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    out = []
    piece = _format_piece(text, 0)
    while piece is not None:
        literal, name, spec, conversion, at = piece
        out.append(literal)
        if name is not None:
            value = _converted(fields.value(name), conversion)
            if '{' in spec:
                spec = _formatted(spec, fields, depth - 1)
            out.append(format(value, spec))
        piece = _format_piece(text, at)
    return ''.join(out)


def str_format(text, args, keys):
    return _formatted(text, _Fields(args, keys), 2)


# --- % ---------------------------------------------------------------------------------------------


def _next_argument(waiting):
    if not waiting:
        raise TypeError('not enough arguments for format string')
    return waiting.pop()


def _star(given, waiting):
    if given != '*':
        return given
    value = _next_argument(waiting)
    if not isinstance(value, int):
        raise TypeError('* wants int')
    return value


def _as_number(value, conversion):
    only_int = conversion in 'xXo'
    if isinstance(value, int) or (isinstance(value, float) and not only_int):
        return value
    try:
        if only_int:
            return _index_of(value)
        if _has_special(value, '__int__') or _has_special(value, '__index__'):
            return int(value)
    except TypeError:
        pass
    what = 'an integer' if only_int else 'a real number'
    raise TypeError(f'%{conversion} format: {what} is required, not {type(value).__name__}')


def _as_text(value, conversion):
    return {'s': str, 'r': repr, 'a': ascii}[conversion](value)


def _as_bytes(value, conversion):
    if conversion in 'ra':
        return ascii(value).encode()
    return value if isinstance(value, bytes) or not _has_special(value, '__bytes__') else bytes_of(bytes, value)


def _plain(kind, value, conversion):
    """The value as C can show it, and the conversion for that."""
    if conversion in 'diuxXo':
        return _as_number(value, conversion), conversion
    if conversion in 'eEfFgG':
        return float(value), conversion
    if conversion == 'c':
        return _index_or_same(value), conversion
    if kind is bytes:
        return (_as_bytes(value, conversion), 's') if conversion in 'sbra' else (value, conversion)
    return (_as_text(value, conversion), 's') if conversion in 'sra' else (value, conversion)


def _is_mapping(kind, args):
    return not isinstance(args, (tuple, str, kind)) and _has_special(args, '__getitem__')


def str_percent(text, args):
    kind = bytes if isinstance(text, bytes) else str
    waiting = list(args[::-1]) if isinstance(args, tuple) else [args]
    keyed = _is_mapping(kind, args)
    out = []
    at = 0
    while True:
        literal, key, flags, width, precision, conversion, at = _percent_piece(text, at)
        out.append(literal)
        if conversion is None:
            break
        if conversion == '%%':
            out.append(b'%' if kind is bytes else '%')
            continue
        if key is not None:
            if not keyed:
                raise TypeError('format requires a mapping')
            waiting = [args[key]]
        width = _star(width, waiting)
        precision = _star(precision, waiting)
        if width is not None and width < 0:
            flags += '-'
            width = -width
        value, conversion = _plain(kind, _next_argument(waiting), conversion)
        if conversion not in ('diuoxXeEfFgGsc' if kind is str else 'diuoxXeEfFgGscb'):
            shown = conversion if ' ' <= conversion <= '~' else '?'
            raise ValueError(f"unsupported format character '{shown}' ({ord(conversion):#x}) at index {at - 1}")
        piece = '%' + flags + ('' if width is None else str(width))
        piece += ('' if precision is None else '.' + str(max(precision, 0))) + conversion
        out.append((piece.encode() if kind is bytes else piece) % (value,))
    if waiting and not keyed:
        what = 'bytes' if kind is bytes else 'string'
        raise TypeError(f'not all arguments converted during {what} formatting')
    return kind().join(out)


# --- print ---------------------------------------------------------------------------------------------


def text_print(values, sep, end, file, flush):
    for i, value in enumerate(values):
        if i > 0:
            file.write(' ' if sep is None else sep)
        file.write(str(value))
    file.write('\n' if end is None else end)
    if flush:
        file.flush()
