"""Web addresses, taken apart: as much as a client of the simulated network shows of them."""

__all__ = ('URL',)

_PLAIN = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~')
_PORTS = {'http': 80, 'https': 443}


def _quote(text, safe):
    return ''.join([chr(byte) if chr(byte) in _PLAIN or chr(byte) in safe else f'%{byte:02X}'
                    for byte in text.encode()])


def _quote_query(text):
    return _quote(text, "/?:@!$'()*,").replace('%20', '+')


def _unquote(text):
    if '%' not in text:
        return text
    out, i = [], 0
    data = text.encode()
    while i < len(data):
        digits = data[i + 1:i + 3].decode('latin-1')
        if data[i] == 37 and len(digits) == 2 and all(d in '0123456789abcdefABCDEF' for d in digits):
            out.append(int(digits, 16))
            i += 3
        else:
            out.append(data[i])
            i += 1
    return bytes(out).decode(errors='replace')


def _pairs(query):
    """(name, text) of a mapping, of pairs or of a query string."""
    if query is None:
        return []
    if isinstance(query, str):
        parts = [part.partition('=') for part in query.split('&') if part]
        return [(_unquote(name.replace('+', ' ')), _unquote(value.replace('+', ' ')))
                for name, _, value in parts]
    pairs = []
    for name, value in query.items() if hasattr(query, 'items') else query:
        for one in value if isinstance(value, (list, tuple)) else (value,):
            pairs.append((name, _query_text(one)))
    return pairs


def _query_text(value):
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f'Invalid variable type: value should be str, int or float, got {value!r} '
                        f'of type {type(value)}')
    return str(value)


class URL:
    def __init__(self, val=''):
        text = str(val)
        text, _, self.fragment = text.partition('#')
        text, _, self.query_string = text.partition('?')
        scheme, slashes, rest = text.partition('://')
        if slashes:
            self.scheme = scheme.lower()
            self.authority, slash, path = rest.partition('/')
            self.raw_path = slash + _quote(path, "/%!$&'()*+,;=:@")
        else:
            self.scheme = self.authority = ''
            self.raw_path = _quote(text, "/%!$&'()*+,;=:@")
        host, colon, port = self.authority.rpartition('@')[2].partition(':')
        self.host = host.lower() or None
        if colon and not port.isdigit():
            raise ValueError("Invalid URL: port can't be converted to integer")
        self.explicit_port = int(port) if port else None

    @property
    def port(self):
        return self.explicit_port or _PORTS.get(self.scheme)

    @property
    def path(self):
        return _unquote(self.raw_path) or ('/' if self.host else '')

    @property
    def parts(self):
        path = self.path
        if path.startswith('/'):
            return ('/', *path[1:].split('/'))
        return tuple(path.split('/'))

    @property
    def name(self):
        parts = self.parts
        return '' if len(parts) == 1 and self.host else parts[-1]

    @property
    def query(self):
        return dict(_pairs(self.query_string))

    @property
    def path_qs(self):
        return self.path + (f'?{self.query_string}' if self.query_string else '')

    @property
    def absolute(self):
        return self.host is not None

    def is_absolute(self):
        return self.absolute

    def origin(self):
        return URL(f'{self.scheme}://{self.authority}')

    def _with(self, path, query_string, fragment=''):
        start = f'{self.scheme}://{self.authority}' if self.scheme else ''
        return URL(start + path + (f'?{query_string}' if query_string else '') +
                   (f'#{fragment}' if fragment else ''))

    def with_query(self, query):
        text = '&'.join([f'{_quote_query(name)}={_quote_query(value)}' for name, value in _pairs(query)])
        return self._with(self.raw_path, text)

    def update_query(self, query):
        names = [name for name, _ in _pairs(query)]
        kept = [pair for pair in _pairs(self.query_string) if pair[0] not in names]
        return self.with_query(kept + _pairs(query))

    def with_fragment(self, fragment):
        return self._with(self.raw_path, self.query_string, fragment or '')

    def with_path(self, path):
        return self._with(_quote(path, "/%!$&'()*+,;=:@"), '')

    def __truediv__(self, name):
        return self.with_path(self.raw_path.rstrip('/') + '/' + name)

    def __mod__(self, query):
        return self.update_query(query)

    def join(self, url):
        """`url` as it is to be read on a page of this address."""
        if url.absolute:
            return url
        path = url.raw_path
        if not path.startswith('/'):
            path = (self.raw_path.rpartition('/')[0] or '') + '/' + path
        return self._with(path, url.query_string, url.fragment)

    def human_repr(self):
        return _unquote(str(self))

    def __str__(self):
        text = f'{self.scheme}://{self.authority}' if self.scheme else ''
        path = self.raw_path
        if not path and self.host and (self.query_string or self.fragment):
            path = '/'
        text += path
        if self.query_string:
            text += '?' + self.query_string
        return text + ('#' + self.fragment if self.fragment else '')

    def __repr__(self):
        return f"URL('{self}')"

    def __eq__(self, other):
        return str(self) == str(other) if type(other) is URL else NotImplemented

    def __lt__(self, other):
        return str(self) < str(other) if type(other) is URL else NotImplemented

    def __hash__(self):
        return hash(str(self))
