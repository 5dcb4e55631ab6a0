"""Replacement texts of re.sub: literal parts and references to groups."""
from _regex_parse import _ESCAPES, _LETTERS, _OCTAL, _DIGITS, _MOST_GROUPS, Reader


class _Template(Reader):
    def __init__(self, source, pattern):
        super().__init__(source)
        self.groups = pattern.groups
        self.names = pattern.groupindex
        self.parts = []  # strings and numbers of groups

    def literal(self, text):
        if self.parts and isinstance(self.parts[-1], str):
            self.parts[-1] += text
        else:
            self.parts.append(text)

    def reference(self, group, back):
        if group > self.groups:
            raise self.error(f'invalid group reference {group}', back)
        self.parts.append(group)

    def read(self):
        while self.next is not None:
            this = self.get()
            if this[0] != '\\':
                self.literal(this)
            elif this[1] == 'g':
                self.named()
            elif this[1] == '0':
                this += self.get_while(2, _OCTAL)
                self.literal(chr(int(this[1:], 8) & 0xFF))
            elif this[1] in _DIGITS:
                self.numbered(this)
            elif this[1] in _ESCAPES:
                self.literal(_ESCAPES[this[1]])
            elif this[1] in _LETTERS:
                raise self.error('bad escape ' + this, len(this))
            else:
                self.literal(this)
        if self.is_text:
            return self.parts
        return [part.encode('latin-1') if isinstance(part, str) else part for part in self.parts]

    def named(self):
        if not self.match('<'):
            raise self.error('missing <')
        name = self.get_until('>', 'group name')
        if name.isidentifier():
            if name not in self.names:
                raise IndexError(f'unknown group name {name!r}')
            group = self.names[name]
        else:
            group = self.group_number(name)
            if group >= _MOST_GROUPS:
                raise self.error(f'invalid group reference {group}', len(name) + 1)
        self.reference(group, len(name) + 1)

    def numbered(self, this):
        if self.next in _DIGITS:
            this += self.get()
            if this[1] in _OCTAL and this[2] in _OCTAL and self.next in _OCTAL:
                this += self.get()
                number = int(this[1:], 8)
                if number > 0o377:
                    raise self.error(f'octal escape value {this} outside of range 0-0o377',
                                     len(this))
                self.literal(chr(number))
                return
        self.reference(int(this[1:]), len(this) - 1)


def parse(template, pattern):
    return _Template(template, pattern).read()


def expand(parts, match):
    empty = match.string[:0]
    return empty.join([part if not isinstance(part, int) else match.group(part) or empty
                       for part in parts])


def substitute(pattern, repl, string, count, counted):
    matches = pattern._matches(string, count)
    if callable(repl):
        texts = map(repl, matches)
    else:
        if not isinstance(repl, (str, bytes)):
            raise TypeError('decoding to str: need a bytes-like object, '
                            f'{type(repl).__name__} found')
        parts = parse(repl, pattern)
        texts = [expand(parts, match) for match in matches]
    pieces = []
    at = 0
    for match, text in zip(matches, texts):
        start, end = match.span()
        if at < start:
            pieces.append(string[at:start])
        if text is not None:
            pieces.append(text)
        at = end
    result = string
    if matches:
        if at < len(string):
            pieces.append(string[at:])
        result = string[:0].join(pieces)
    return (result, len(matches)) if counted else result


class Scanner:
    """Walks through a text, match after match."""
    __module__ = '_sre'

    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._at = pos
        self._end = min(endpos, len(string))

    def _step(self, find):
        if self._at > self._end:
            return None
        found = find(self._string, self._at, self._end)
        if found is None:
            self._at = self._end + 1
        else:
            self._at = found.end() + (found.end() == found.start())
        return found

    def match(self):
        return self._step(self.pattern.match)

    def search(self):
        return self._step(self.pattern.search)
