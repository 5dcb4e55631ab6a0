"""Format strings taken apart, for string.Formatter."""


def _field_end(text, at):
    """The place of the brace that ends a field; names may hold other braces in []."""
    depth = 1
    bracket = False
    for i in range(at, len(text)):
        c = text[i]
        if c == '{':
            depth += 1
        elif c == '}':
            depth -= 1
            if depth == 0:
                return i
        elif c == '[' and depth == 1:
            bracket = True
        elif c == ']':
            bracket = False
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    bracket = False
    for i, c in enumerate(field):
        if c == '[':
            bracket = True
        elif c == ']':
            bracket = False
        elif c == '{' and not bracket:
            raise ValueError("unexpected '{' in field name")
        elif c in '!:' and not bracket:
            break
    else:
        return field, '', None
    name, rest = field[:i], field[i + 1:]
    if c == ':':
        return name, rest, None
    if not rest:
        raise ValueError("end of string while looking for conversion specifier")
    if len(rest) > 1 and rest[1] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[2:], rest[0]


def formatter_parser(text):
    literal = ''
    at = 0
    while at < len(text):
        c = text[at]
        at += 1
        if c not in '{}':
            literal += c
        elif text[at:at + 1] == c:
            at += 1
            yield literal + c, None, None, None
            literal = ''
        elif c == '}':
            raise ValueError("Single '}' encountered in format string")
        elif at == len(text):
            raise ValueError("Single '{' encountered in format string")
        else:
            end = _field_end(text, at)
            yield literal, *_split_field(text[at:end])
            literal = ''
            at = end + 1
    if literal:
        yield literal, None, None, None


def formatter_field_name_split(name):
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first = name[:end]
    return int(first) if first.isdecimal() else first, _rest(name, end)


def _rest(name, at):
    while at < len(name):
        if name[at] == '.':
            end = at + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            if end == at + 1:
                raise ValueError('Empty attribute in format string')
            yield True, name[at + 1:end]
            at = end
            continue
        if name[at] != '[':
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        end = name.find(']', at)
        if end < 0:
            raise ValueError("Missing ']' in format string")
        key = name[at + 1:end]
        if not key:
            raise ValueError('Empty attribute in format string')
        yield False, int(key) if key.isdecimal() else key
        at = end + 1
