"""Web addresses, taken apart: as much as a client of the simulated network shows of them."""

__all__ = ('URL',)

_SAFE = "/%!$&'()*+,;=:@"


def _quoted(path):
    if path.isascii() and ' ' not in path:
        return path
    from _web_text import quote
    return quote(path, _SAFE)


class URL:
    def __init__(self, val=''):
        text = str(val)
        text, _, self.fragment = text.partition('#')
        text, _, self.query_string = text.partition('?')
        scheme, slashes, rest = text.partition('://')
        if slashes:
            self.scheme = scheme.lower()
            self.authority, slash, path = rest.partition('/')
            self.raw_path = slash + _quoted(path)
        else:
            self.scheme = self.authority = ''
            self.raw_path = _quoted(text)
        host, colon, port = self.authority.rpartition('@')[2].partition(':')
        self.host = host.lower() or None
        if colon and not port.isdigit():
            raise ValueError("Invalid URL: port can't be converted to integer")
        self.explicit_port = int(port) if port else None

    @property
    def port(self):
        return self.explicit_port or {'http': 80, 'https': 443}.get(self.scheme)

    @property
    def path(self):
        path = self.raw_path
        if '%' in path:
            from _web_text import unquote
            path = unquote(path)
        return path or ('/' if self.host else '')

    @property
    def parts(self):
        path = self.path
        return ('/', *path[1:].split('/')) if path.startswith('/') else tuple(path.split('/'))

    @property
    def name(self):
        parts = self.parts
        return '' if len(parts) == 1 and self.host else parts[-1]

    def _query_pairs(self):
        if not self.query_string:
            return []
        from _web_text import query_pairs
        return query_pairs(self.query_string)

    @property
    def query(self):
        return {name: value for name, value in self._query_pairs()}

    @property
    def path_qs(self):
        return self.path + (f'?{self.query_string}' if self.query_string else '')

    @property
    def absolute(self):
        return self.host is not None

    def is_absolute(self):
        return self.absolute

    def origin(self):
        return self._with('', '')

    def _with(self, path, query_string, fragment=''):
        start = f'{self.scheme}://{self.authority}' if self.scheme else ''
        return URL(start + path + (f'?{query_string}' if query_string else '') +
                   (f'#{fragment}' if fragment else ''))

    def with_query(self, query):
        from _web_text import query_pairs, quote_query
        return self._with(self.raw_path, quote_query(query_pairs(query)))

    def update_query(self, query):
        from _web_text import query_pairs
        new = query_pairs(query)
        names = [name for name, _ in new]
        return self.with_query([pair for pair in self._query_pairs() if pair[0] not in names] + new)

    def with_fragment(self, fragment):
        return self._with(self.raw_path, self.query_string, fragment or '')

    def with_path(self, path):
        return self._with(_quoted(path), '')

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
            path = self.raw_path.rpartition('/')[0] + '/' + path
        kept = []
        for part in path[1:].split('/'):
            if part == '..':
                kept = kept[:-1]
            elif part != '.':
                kept.append(part)
        return self._with('/' + '/'.join(kept), url.query_string, url.fragment)

    def human_repr(self):
        from _web_text import unquote
        return unquote(str(self))

    def __str__(self):
        text = f'{self.scheme}://{self.authority}' if self.scheme else ''
        text += self.raw_path
        if not self.raw_path and self.host and (self.query_string or self.fragment):
            text += '/'
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
