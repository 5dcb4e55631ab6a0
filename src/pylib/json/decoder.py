"""Reading JSON. C reads the text; with hooks it gives a raw tree, and they are called here."""
import _json

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
    """The text is not JSON; msg says why and pos where."""

    def __init__(self, msg, doc, pos):
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, f'{msg}: line {self.lineno} column {self.colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _blanks_end(s, i):
    while i < len(s) and s[i] in ' \t\n\r':
        i += 1
    return i


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict

    def decode(self, s):
        value, end = self.raw_decode(s, _blanks_end(s, 0))
        end = _blanks_end(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        raw = (self.object_hook is not None or self.object_pairs_hook is not None or
               self.parse_float is not float or self.parse_int is not int or
               self.parse_constant is not float)
        result = _json.decode(s, idx, bool(self.strict), raw)
        if len(result) == 3:
            raise JSONDecodeError(result[0], s, result[1])
        value, end = result
        return (self._hooked(value) if raw else value), end

    def _hooked(self, value):
        """A raw value (objects are tuples of a list of pairs, numbers are bytes) as it is to be."""
        if isinstance(value, list):
            return [self._hooked(item) for item in value]
        if isinstance(value, bytes):
            return self._number(value.decode())
        if not isinstance(value, tuple):
            return value
        pairs = [(key, self._hooked(item)) for key, item in value[0]]
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if self.object_hook is None else self.object_hook(result)

    def _number(self, text):
        if text in ('NaN', 'Infinity', '-Infinity'):
            return self.parse_constant(text)
        if '.' in text or 'e' in text or 'E' in text:
            return self.parse_float(text)
        return self.parse_int(text)
