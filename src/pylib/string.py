"""Constants, Template and Formatter."""
from _string import formatter_field_name_split, formatter_parser

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits',
           'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

_missing = object()


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


def _compiled(cls):
    import re
    mark, name = re.escape(cls.delimiter), cls.idpattern
    text = cls.__dict__.get('pattern') or rf"""
        {mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))
        """
    return re.compile(text, cls.flags | re.VERBOSE)


def _pieces_by_pattern(template):
    text, at = template.template, 0
    for match in template.pattern.finditer(text):
        groups = match.groupdict()
        yield text[at:match.start()], None, 'text', at
        at = match.end()
        name = groups.get('named') or groups.get('braced')
        if name is not None:
            yield match.group(), name, 'named', match.start()
        elif groups.get('escaped') is not None:
            yield match.group(), None, 'escaped', match.start()
        elif groups.get('invalid') is not None:
            yield match.group(), None, 'invalid', match.start('invalid')
        else:
            raise ValueError('Unrecognized named group in pattern', template.pattern)
    yield text[at:], None, 'text', at


class Template:
    """The pieces of a template are (text, name, kind): a name if one is to be put in, the text of
    the whole placeholder, and what sort it is.
    """

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        if any(name in cls.__dict__ for name in ('pattern', 'idpattern', 'braceidpattern', 'flags')):
            cls.pattern = _compiled(cls)

    def __init__(self, template):
        self.template = template

    def _name_at(self, at):
        text = self.template
        end = at
        while end < len(text) and text[end] in '_' + ascii_letters + ('' if end == at else digits):
            end += 1
        return text[at:end]

    def _pieces(self):
        if hasattr(self, 'pattern'):
            return _pieces_by_pattern(self)
        return self._pieces_by_hand()

    def _pieces_by_hand(self):
        text, mark = self.template, self.delimiter
        at = 0
        while True:
            start = text.find(mark, at)
            if start < 0:
                yield text[at:], None, 'text', at
                return
            yield text[at:start], None, 'text', at
            behind = start + len(mark)
            if text.startswith(mark, behind):
                at = behind + len(mark)
                yield text[start:at], None, 'escaped', start
                continue
            name = self._name_at(behind)
            at = behind + len(name)
            if not name and text.startswith('{', behind):
                name = self._name_at(behind + 1)
                at = behind + len(name) + 2
                if not name or not text.startswith('}', at - 1):
                    name = ''
            if name:
                yield text[start:at], name, 'named', start
            else:
                at = behind
                yield text[start:at], None, 'invalid', behind

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            line = column = 1
        else:
            line = len(lines)
            column = at - len(''.join(lines[:-1]))
        raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')

    def _mapping(self, mapping, kws):
        if mapping is _missing:
            return kws
        if not kws:
            return mapping
        from collections import ChainMap
        return ChainMap(kws, mapping)

    def substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)
        result = []
        for text, name, kind, at in self._pieces():
            if kind == 'named':
                text = str(mapping[name])
            elif kind == 'escaped':
                text = self.delimiter
            elif kind == 'invalid':
                self._invalid(at)
            result.append(text)
        return ''.join(result)

    def safe_substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)
        result = []
        for text, name, kind, at in self._pieces():
            if kind == 'named':
                try:
                    text = str(mapping[name])
                except KeyError:
                    pass
            elif kind == 'escaped':
                text = self.delimiter
            result.append(text)
        return ''.join(result)

    def is_valid(self):
        return all(kind != 'invalid' for _, _, kind, _ in self._pieces())

    def get_identifiers(self):
        names = []
        for _, name, _, _ in self._pieces():
            if name is not None and name not in names:
                names.append(name)
        return names


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification '
                                     'to automatic field numbering')
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification '
                                     'to automatic field numbering')
                auto_arg_index = False
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1,
                                                 auto_arg_index)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, key in rest:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first
