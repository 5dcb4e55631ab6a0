"""Reading regular expressions: text to a tree of tuples (kind, …).

    ('char', c, fold)                    ('any', also line ends)
    ('set', negated, ranges, classes, fold)
    ('at', place)                        ('group', number, node)
    ('seq', nodes)                       ('alt', nodes)
    ('repeat', least, most, way, node)   ('back', group, fold)
    ('look', behind, negative, node)     ('atomic', node)
    ('if', group, yes, no)
"""

TEMPLATE, IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, DEBUG, ASCII = (
    1, 2, 4, 8, 16, 32, 64, 128, 256)
_FLAGS = {'i': IGNORECASE, 'L': LOCALE, 'm': MULTILINE, 's': DOTALL, 'x': VERBOSE, 'a': ASCII,
          'u': UNICODE}
_TYPE_FLAGS = ASCII | LOCALE | UNICODE

NO_LIMIT = 0x7FFFFFFF
GREEDY, LAZY, POSSESSIVE = range(3)
(AT_START, AT_LINE_START, AT_END, AT_LAST_END, AT_LINE_END, AT_EDGE, AT_NO_EDGE, AT_EDGE_ASCII,
 AT_NO_EDGE_ASCII) = range(9)
DIGIT, SPACE, WORD = range(3)
CLASS_ASCII, CLASS_NOT = 3, 8

_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}
_CLASSES = {'d': DIGIT, 's': SPACE, 'w': WORD}
_DIGITS = frozenset('0123456789')
_OCTAL = frozenset('01234567')
_HEX = frozenset('0123456789abcdefABCDEF')
_LETTERS = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
_MOST_GROUPS = 1 << 30


class error(Exception):
    """A pattern or a template that is wrong, with the place."""
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            line_end = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(line_end, 0, pos) + 1
            self.colno = pos - pattern.rfind(line_end, 0, pos)
            if line_end in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


class Reader:
    """A text read character by character; an escape is read as one."""

    def __init__(self, source):
        self.source = source
        self.is_text = isinstance(source, str)
        self.text = source if self.is_text else source.decode('latin-1')
        self.index = 0
        self.next = None
        self.advance()

    def advance(self):
        text, i = self.text, self.index
        if i >= len(text):
            self.next = None
            return
        c = text[i]
        if c == '\\':
            i += 1
            if i >= len(text):
                raise error('bad escape (end of pattern)', self.source, len(text) - 1)
            c += text[i]
        self.index = i + 1
        self.next = c

    def get(self):
        this = self.next
        self.advance()
        return this

    def match(self, c):
        if c != self.next:
            return False
        self.advance()
        return True

    def get_while(self, most, allowed):
        found = ''
        while len(found) < most and self.next in allowed:
            found += self.get()
        return found

    def get_until(self, end, what):
        found = ''
        while True:
            c = self.get()
            if c is None:
                if not found:
                    raise self.error('missing ' + what)
                raise self.error(f'missing {end}, unterminated name', len(found))
            if c == end:
                if not found:
                    raise self.error('missing ' + what, 1)
                return found
            found += c

    def tell(self):
        return self.index - len(self.next or '')

    def seek(self, index):
        self.index = index
        self.advance()

    def error(self, message, back=0):
        if not self.is_text:
            message = message.encode('ascii', 'backslashreplace').decode('ascii')
        return error(message, self.source, self.tell() - back)

    def check_name(self, name, back):
        if not name.isidentifier():
            raise self.error(f'bad character in group name {name!r}', len(name) + back)
        if not self.is_text and not name.isascii():
            self.warn_name(ascii(name), self.tell() - len(name) - back)

    def warn_name(self, name, place):
        import warnings
        warnings.warn(f'bad character in group name {name} at position {place}', DeprecationWarning)

    def group_number(self, name):
        """Of a group that is given by number; forms that int() takes are told, not refused."""
        try:
            group = int(name)
            if group < 0:
                raise ValueError
        except ValueError:
            raise self.error(f'bad character in group name {name!r}', len(name) + 1) from None
        if not (name.isdecimal() and name.isascii()):
            self.warn_name(repr(name) if self.is_text else ascii(name), self.tell() - len(name) - 1)
        return group


class Parser(Reader):
    def __init__(self, source, flags):
        super().__init__(source)
        self.flags = flags          # the pattern's own
        self.names = {}
        self.group_count = 1
        self.open_groups = set()
        self.widths = {}            # of closed groups
        self.behind_from = None     # in a lookbehind: the first group that it may define
        self.referred = {}          # groups of conditions, and where each was first named

    # Groups

    def open_group(self, name):
        number = self.group_count
        if number >= _MOST_GROUPS:
            raise self.error('too many groups')
        if name is not None:
            if name in self.names:
                raise self.error(f'redefinition of group name {name!r} as group {number}; '
                                 f'was group {self.names[name]}', len(name) + 1)
            self.names[name] = number
        self.group_count += 1
        self.open_groups.add(number)
        return number

    def check_reference(self, group, back):
        if group in self.open_groups:
            raise self.error('cannot refer to an open group', back)
        self.check_behind(group)

    def check_behind(self, group):
        if self.behind_from is not None:
            if group in self.open_groups or group >= self.group_count:
                raise self.error('cannot refer to an open group')
            if group >= self.behind_from:
                raise self.error('cannot refer to group defined in the same lookbehind subpattern')

    # Alternatives and sequences

    def pattern(self):
        node = self.alternatives(self.flags, True)
        self.flags = fixed_flags(self.source, self.flags)
        if self.next is not None:
            raise self.error('unbalanced parenthesis')
        for group, place in self.referred.items():
            if group >= self.group_count:
                raise error(f'invalid group reference {group}', self.source, place)
        return node

    def alternatives(self, flags, outermost=False):
        branches = [self.sequence(flags, outermost)]
        while self.match('|'):
            branches.append(self.sequence(self.flags if outermost else flags))
        return branches[0] if len(branches) == 1 else ('alt', branches)

    def sequence(self, flags, may_set_flags=False):
        items = []
        while self.next is not None and self.next not in '|)':
            this = self.get()
            if flags & VERBOSE:
                if this in ' \t\n\r\v\f':
                    continue
                if this == '#':
                    while self.next is not None and self.get() != '\n':
                        pass
                    continue
            if this[0] == '\\':
                items.append(self.escape(this, flags))
            elif this == '[':
                items.append(self.set(flags))
            elif this in '*+?{':
                self.quantifier(this, items, flags)
            elif this == '.':
                items.append(('any', bool(flags & DOTALL)))
            elif this == '(':
                item = self.parenthesis(flags, may_set_flags and not items)
                if item is None:
                    flags = self.flags
                elif item != ():
                    items.append(item)
            elif this == '^':
                items.append(('at', AT_LINE_START if flags & MULTILINE else AT_START))
            elif this == '$':
                items.append(('at', AT_LINE_END if flags & MULTILINE else AT_LAST_END))
            else:
                items.append(self.char(ord(this), flags))
        return items[0] if len(items) == 1 else ('seq', items)

    def char(self, c, flags):
        return 'char', c, bool(flags & IGNORECASE)

    def ascii_only(self, flags):
        return not self.is_text or bool(flags & ASCII)

    def class_number(self, letter, flags):
        number = _CLASSES[letter.lower()] + (CLASS_ASCII if self.ascii_only(flags) else 0)
        return number + (CLASS_NOT if letter.isupper() else 0)

    # Escapes

    def hex_escape(self, escape, digits):
        escape += self.get_while(digits, _HEX)
        if len(escape) != digits + 2:
            raise self.error('incomplete escape ' + escape, len(escape))
        number = int(escape[2:], 16)
        if number > 0x10FFFF:
            raise self.error('bad escape ' + escape, len(escape))
        return number

    def common_escape(self, escape):
        """The character of an escape that means the same everywhere, or None."""
        c = escape[1]
        if c == 'x':
            return self.hex_escape(escape, 2)
        if c == 'u' and self.is_text:
            return self.hex_escape(escape, 4)
        if c == 'U' and self.is_text:
            return self.hex_escape(escape, 8)
        if c == 'N' and self.is_text:
            if not self.match('{'):
                raise self.error('missing {')
            name = self.get_until('}', 'character name')
            raise self.error(f'undefined character name {name!r}', len(name) + 4)
        return None

    def octal(self, escape):
        number = int(escape[1:], 8)
        if number > 0o377:
            raise self.error(f'octal escape value {escape} outside of range 0-0o377', len(escape))
        return number

    def plain_escape(self, escape):
        if escape[1] in _LETTERS:
            raise self.error('bad escape ' + escape, len(escape))
        return ord(escape[1])

    def escape(self, escape, flags):
        c = escape[1]
        if c in 'dDsSwW':
            return 'set', False, [], [self.class_number(c, flags)], False
        if c in 'bB':
            edge = AT_EDGE_ASCII if self.ascii_only(flags) else AT_EDGE
            return 'at', edge + (c == 'B')
        if c in 'AZ':
            return 'at', AT_START if c == 'A' else AT_END
        if c in _ESCAPES:
            return self.char(ord(_ESCAPES[c]), flags)
        number = self.common_escape(escape)
        if number is not None:
            return self.char(number, flags)
        if c == '0':
            escape += self.get_while(2, _OCTAL)
            return self.char(int(escape[1:], 8), flags)
        if c in _DIGITS:
            return self.back_reference(escape, flags)
        return self.char(self.plain_escape(escape), flags)

    def back_reference(self, escape, flags):
        if self.next in _DIGITS:
            escape += self.get()
            if escape[1] in _OCTAL and escape[2] in _OCTAL and self.next in _OCTAL:
                return self.char(self.octal(escape + self.get()), flags)
        group = int(escape[1:])
        if group >= self.group_count:
            raise self.error(f'invalid group reference {group}', len(escape) - 1)
        self.check_reference(group, len(escape))
        return 'back', group, bool(flags & IGNORECASE)

    def set_escape(self, escape, flags):
        """A character as a number, or a class in a list."""
        c = escape[1]
        if c in _ESCAPES:
            return ord(_ESCAPES[c])
        if c in 'dDsSwW':
            return [self.class_number(c, flags)]
        number = self.common_escape(escape)
        if number is not None:
            return number
        if c in _OCTAL:
            return self.octal(escape + self.get_while(2, _OCTAL))
        if c in _DIGITS:
            raise self.error('bad escape ' + escape, len(escape))
        return self.plain_escape(escape)

    # Sets

    def set(self, flags):
        start = self.tell() - 1
        if self.next == '[':
            self.warn('Possible nested set at position %d' % self.tell())
        negated = self.match('^')
        ranges, classes = [], []

        def item(this):
            return self.set_escape(this, flags) if this[0] == '\\' else ord(this)

        def add(found):
            if isinstance(found, list):
                classes.extend(found)
            else:
                ranges.append((found, found))

        while True:
            this = self.get()
            if this is None:
                raise self.error('unterminated character set', self.tell() - start)
            if this == ']' and (ranges or classes):
                break
            if (ranges or classes) and this in '-&~|' and self.next == this:
                self.warn('Possible set %s at position %d' % (
                    {'-': 'difference', '&': 'intersection', '~': 'symmetric difference',
                     '|': 'union'}[this], self.tell() - 1))
            first = item(this)
            if not self.match('-'):
                add(first)
                continue
            that = self.get()
            if that is None:
                raise self.error('unterminated character set', self.tell() - start)
            if that == ']':
                add(first)
                add(ord('-'))
                break
            if that == '-':
                self.warn('Possible set difference at position %d' % (self.tell() - 2))
            last = item(that)
            if isinstance(first, list) or isinstance(last, list) or last < first:
                raise self.error(f'bad character range {this}-{that}', len(this) + 1 + len(that))
            ranges.append((first, last))
        fold = bool(flags & IGNORECASE)
        if not negated and not classes and len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
            return 'char', ranges[0][0], fold
        return 'set', negated, ranges, classes, fold

    def warn(self, message):
        import warnings
        warnings.warn(message, FutureWarning)

    # Repetition

    def bounds(self, this):
        """(least, most) of a quantifier, or None if it is only a brace."""
        if this == '?':
            return 0, 1
        if this == '*':
            return 0, NO_LIMIT
        if this == '+':
            return 1, NO_LIMIT
        start = self.tell()
        if self.next == '}':
            return None
        low = high = self.get_while(NO_LIMIT, _DIGITS)
        if self.match(','):
            high = self.get_while(NO_LIMIT, _DIGITS)
            least, most = int(low or 0), int(high) if high else NO_LIMIT
        else:
            least, most = int(low or 0), int(high) if high else NO_LIMIT
        if not self.match('}'):
            self.seek(start)
            return None
        if max(least, most if high else 0) >= 4294967295:
            raise OverflowError('the repetition number is too large')
        if most < least:
            raise self.error('min repeat greater than max repeat', self.tell() - start)
        return min(least, NO_LIMIT), min(most, NO_LIMIT)

    def quantifier(self, this, items, flags):
        start = self.tell()
        bounds = self.bounds(this)
        if bounds is None:
            items.append(self.char(ord(this), flags))
            return
        back = self.tell() - start + len(this)
        if not items or items[-1][0] == 'at':
            raise self.error('nothing to repeat', back)
        if items[-1][0] == 'repeat':
            raise self.error('multiple repeat', back)
        way = LAZY if self.match('?') else POSSESSIVE if self.match('+') else GREEDY
        items[-1] = ('repeat', *bounds, way, items[-1])

    # Parentheses

    def close(self, start):
        if not self.match(')'):
            raise self.error('missing ), unterminated subpattern', self.tell() - start)

    def parenthesis(self, flags, may_set_flags):
        """A node, () for nothing, or None when the flags of the pattern have changed."""
        start = self.tell() - 1
        if not self.match('?'):
            return self.group(None, flags, start)
        c = self.get()
        if c is None:
            raise self.error('unexpected end of pattern')
        if c == 'P':
            return self.named(flags, start)
        if c == ':':
            return self.grouped(flags, start)
        if c == '#':
            while True:
                if self.next is None:
                    raise self.error('missing ), unterminated comment', self.tell() - start)
                if self.get() == ')':
                    return ()
        if c in '=!<':
            return self.look(c, flags, start)
        if c == '(':
            return self.condition(flags, start)
        if c == '>':
            return 'atomic', self.grouped(flags, start)
        if c in _FLAGS or c == '-':
            found = self.inline_flags(c)
            if found is None:
                if not may_set_flags:
                    raise self.error('global flags not at the start of the expression',
                                     self.tell() - start)
                return None
            added, removed = found
            if added & _TYPE_FLAGS:
                flags &= ~_TYPE_FLAGS
            return self.grouped((flags | added) & ~removed, start)
        raise self.error('unknown extension ?' + c, len(c) + 1)

    def grouped(self, flags, start):
        node = self.alternatives(flags)
        self.close(start)
        # Inside a sequence of its own, a repeat can be repeated again.
        return ('seq', [node]) if node[0] in ('repeat', 'at') else node

    def group(self, name, flags, start):
        number = self.open_group(name)
        node = self.alternatives(flags)
        self.close(start)
        self.open_groups.discard(number)
        self.widths[number] = width(node, self.widths)
        return 'group', number, node

    def named(self, flags, start):
        if self.match('<'):
            name = self.get_until('>', 'group name')
            self.check_name(name, 1)
            return self.group(name, flags, start)
        if self.match('='):
            name = self.get_until(')', 'group name')
            self.check_name(name, 1)
            group = self.names.get(name)
            if group is None:
                raise self.error(f'unknown group name {name!r}', len(name) + 1)
            self.check_reference(group, len(name) + 1)
            return 'back', group, bool(flags & IGNORECASE)
        c = self.get()
        if c is None:
            raise self.error('unexpected end of pattern')
        raise self.error('unknown extension ?P' + c, len(c) + 2)

    def look(self, c, flags, start):
        behind = c == '<'
        if behind:
            c = self.get()
            if c is None:
                raise self.error('unexpected end of pattern')
            if c not in '=!':
                raise self.error('unknown extension ?<' + c, len(c) + 2)
            outer = self.behind_from
            if outer is None:
                self.behind_from = self.group_count
        node = self.alternatives(flags)
        if behind:
            self.behind_from = outer
        self.close(start)
        return 'look', behind, c == '!', node

    def condition(self, flags, start):
        name = self.get_until(')', 'group name')
        if name.isidentifier():
            group = self.names.get(name)
            if group is None:
                raise self.error(f'unknown group name {name!r}', len(name) + 1)
        else:
            group = self.group_number(name)
            if not group:
                raise self.error('bad group number', len(name) + 1)
            if group >= _MOST_GROUPS:
                raise self.error(f'invalid group reference {group}', len(name) + 1)
            self.referred.setdefault(group, self.tell() - len(name) - 1)
        self.check_behind(group)
        yes, no = self.sequence(flags), ('seq', [])
        if self.match('|'):
            no = self.sequence(flags)
            if self.next == '|':
                raise self.error('conditional backref with more than two branches')
        self.close(start)
        return 'if', group, yes, no

    def flag(self, c, missing):
        if c is None:
            raise self.error(missing)
        if c not in _FLAGS:
            raise self.error('unknown flag' if c.isalpha() else missing, len(c))
        return _FLAGS[c]

    def inline_flags(self, c):
        """(added, removed), or None when they are the whole pattern's."""
        added = removed = 0
        while c not in ')-:':
            flag = self.flag(c, 'missing -, : or )')
            if c == 'L' and self.is_text:
                raise self.error("bad inline flags: cannot use 'L' flag with a str pattern")
            if c == 'u' and not self.is_text:
                raise self.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
            added |= flag
            if flag & _TYPE_FLAGS and added & _TYPE_FLAGS != flag:
                raise self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
            c = self.get()
            if c is None:
                raise self.error('missing -, : or )')
        if c == ')':
            self.flags |= added
            return None
        if c == '-':
            c = self.get()
            self.flag(c, 'missing flag')
            while c != ':':
                flag = self.flag(c, 'missing :')
                if flag & _TYPE_FLAGS:
                    raise self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                removed |= flag
                c = self.get()
                if c is None:
                    raise self.error('missing :')
        if added & removed:
            raise self.error('bad inline flags: flag turned on and off', 1)
        return added, removed


def fixed_flags(source, flags):
    if isinstance(source, str):
        if flags & LOCALE:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if not flags & ASCII:
            return flags | UNICODE
        if flags & UNICODE:
            raise ValueError('ASCII and UNICODE flags are incompatible')
    else:
        if flags & UNICODE:
            raise ValueError('cannot use UNICODE flag with a bytes pattern')
        if flags & LOCALE and flags & ASCII:
            raise ValueError('ASCII and LOCALE flags are incompatible')
    return flags


def width(node, groups):
    """(least, most) characters that a node matches; `groups` has those of the groups."""
    kind = node[0]
    if kind in ('char', 'any', 'set'):
        return 1, 1
    if kind in ('at', 'look'):
        return 0, 0
    if kind == 'group':
        return groups[node[1]] if node[1] in groups else width(node[2], groups)
    if kind == 'atomic':
        return width(node[1], groups)
    if kind == 'back':
        return groups.get(node[1], (0, NO_LIMIT))
    if kind == 'seq':
        least = most = 0
        for item in node[1]:
            a, b = width(item, groups)
            least, most = least + a, most + b
    elif kind == 'repeat':
        a, b = width(node[4], groups)
        least, most = a * node[1], b * node[2]
    else:
        branches = node[1] if kind == 'alt' else node[2:4]
        widths = [width(branch, groups) for branch in branches]
        least, most = min(w[0] for w in widths), max(w[1] for w in widths)
    return min(least, NO_LIMIT), min(most, NO_LIMIT)


def parse(source, flags):
    """(tree, flags, names of groups, number of groups, their widths)"""
    parser = Parser(source, flags)
    tree = parser.pattern()
    return tree, parser.flags, parser.names, parser.group_count, parser.widths
