"""Writing JSON. C writes built-in values; the rest of a value that has others is written here."""
import _json

__all__ = ['JSONEncoder']


class _Writer:
    """Writes one value, in pieces."""

    def __init__(self, encoder):
        self.encoder = encoder
        self.pieces = []
        self.open = set()  # ids of the containers that are being written
        self.level = 0
        indent = encoder.indent
        self.indent = ' ' * indent if indent is not None and not isinstance(indent, str) else indent

    def write(self, value):
        out = self.pieces.append
        if isinstance(value, str):
            out(self.scalar(value))
        elif value is None or value is True or value is False or isinstance(value, (int, float)):
            out(self.scalar(value))
        elif isinstance(value, (list, tuple)):
            self.write_list(value)
        elif isinstance(value, dict):
            self.write_dict(value)
        else:
            self.enter(value)
            self.write(self.encoder.default(value))
            self.leave(value)

    def scalar(self, value):
        encoder = self.encoder
        return _json.encode(value, bool(encoder.ensure_ascii), self.indent, '', '', False, False,
                            bool(encoder.allow_nan), False)

    def enter(self, value):
        if self.encoder.check_circular:
            if id(value) in self.open:
                raise ValueError('Circular reference detected')
            self.open.add(id(value))

    def leave(self, value):
        self.open.discard(id(value))

    def separate(self, first):
        if not first:
            self.pieces.append(self.encoder.item_separator)
        if self.indent is not None:
            self.pieces.append('\n' + self.indent * self.level)

    def close(self, bracket):
        self.level -= 1
        if self.indent is not None:
            self.pieces.append('\n' + self.indent * self.level)
        self.pieces.append(bracket)

    def write_list(self, value):
        if not value:
            self.pieces.append('[]')
            return
        self.enter(value)
        self.pieces.append('[')
        self.level += 1
        first = True
        for item in value:
            self.separate(first)
            self.write(item)
            first = False
        self.close(']')
        self.leave(value)

    def write_dict(self, value):
        if not value:
            self.pieces.append('{}')
            return
        self.enter(value)
        self.pieces.append('{')
        self.level += 1
        first = True
        for key, item in sorted(value.items()) if self.encoder.sort_keys else value.items():
            text = self.key(key)
            if text is None:
                continue
            self.separate(first)
            self.pieces.append(text)
            self.pieces.append(self.encoder.key_separator)
            self.write(item)
            first = False
        self.close('}')
        self.leave(value)

    def key(self, key):
        if isinstance(key, str):
            return self.scalar(key)
        if key is None or key is True or key is False or isinstance(key, (int, float)):
            return f'"{self.scalar(key)}"'
        if self.encoder.skipkeys:
            return None
        raise TypeError('keys must be str, int, float, bool or None, not '
                        f'{key.__class__.__name__}')


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def _encoded(self, o):
        """The text as C makes it, or None if it cannot."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return _json.encode(o, bool(self.ensure_ascii), indent, self.item_separator,
                            self.key_separator, bool(self.sort_keys), bool(self.skipkeys),
                            bool(self.allow_nan), bool(self.check_circular))

    def encode(self, o):
        text = self._encoded(o)
        return ''.join(self.iterencode(o, True)) if text is None else text

    def iterencode(self, o, _one_shot=False):
        if not _one_shot:
            text = self._encoded(o)
            if text is not None:
                return iter([text])
        writer = _Writer(self)
        writer.write(o)
        return iter(writer.pieces)
