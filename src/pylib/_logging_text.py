"""What logging writes: levels, records, and formatters that turn a record into text."""
import sys
import time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

level_to_name = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
name_to_level = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20,
                 'DEBUG': 10, 'NOTSET': 0}

start_time = time.time()


def getLevelName(level):
    name = level_to_name.get(level)
    if name is not None:
        return name
    number = name_to_level.get(level)
    return number if number is not None else f'Level {level}'


def addLevelName(level, levelName):
    level_to_name[level] = levelName
    name_to_level[levelName] = level


def getLevelNamesMapping():
    return name_to_level.copy()


def check_level(level):
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError(f'Level not an integer or a valid string: {level!r}')
    if level not in name_to_level:
        raise ValueError(f'Unknown level: {level!r}')
    return name_to_level[level]


class LogRecord:
    """One event that was logged."""
    __module__ = 'logging'

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None,
                 **kwargs):
        now = time.time()
        self.name = name
        self.msg = msg
        # A single mapping is for "%(key)s".
        if args and len(args) == 1 and args[0] and isinstance(args[0], dict):
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname[pathname.rfind('/') + 1:] if isinstance(pathname, str) else pathname
        self.module = self._stem(self.filename)
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - start_time) * 1000
        self.thread = 1
        self.threadName = 'MainThread'
        threading = sys.modules.get('threading')
        if threading is not None:
            thread = threading.current_thread()
            self.thread, self.threadName = thread.ident, thread.name
        self.processName = 'MainProcess'
        self.process = 1

    def _stem(self, filename):
        if not isinstance(filename, str):
            return 'Unknown module'
        dot = filename.rfind('.')
        return filename[:dot] if dot > 0 else filename

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text


# --- the three styles of formats ---------------------------------------------------------

class PercentStyle:
    __module__ = 'logging'
    default_format = '%(message)s'
    asctime_search = '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not any(_is_percent_field(piece) for piece in self._fmt.split('%(')[1:]):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        if not self._defaults:
            return record.__dict__
        return {**self._defaults, **record.__dict__}

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f'Formatting field not found in record: {error}')


def _is_percent_field(piece):
    """Whether what follows "%(" is name, ")", flags, width, precision and a conversion."""
    name, found, rest = piece.partition(')')
    if not found or not name or not all(c.isalnum() or c == '_' for c in name):
        return False
    rest = rest.lstrip('#0+ -')
    rest = rest[1:] if rest[:1] == '*' else rest.lstrip('0123456789')
    if rest[:1] == '.':
        shorter = rest[2:] if rest[1:2] == '*' else rest[1:].lstrip('0123456789')
        rest = shorter if len(shorter) < len(rest) - 1 else rest
    return rest[:1].lower() in tuple('diouxefgcrsa')


class StrFormatStyle(PercentStyle):
    __module__ = 'logging'
    default_format = '{message}'
    asctime_search = '{asctime'

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        import string
        fields = set()
        try:
            for _, name, spec, conversion in string.Formatter().parse(self._fmt):
                if name:
                    if not _is_field_name(name):
                        raise ValueError(f'invalid field name/expression: {name!r}')
                    fields.add(name)
                if conversion and conversion not in 'rsa':
                    raise ValueError(f'invalid conversion: {conversion!r}')
                if spec and not _is_format_spec(spec):
                    raise ValueError(f'bad specifier: {spec!r}')
        except ValueError as error:
            raise ValueError(f'invalid format: {error}')
        if not fields:
            raise ValueError('invalid format: no fields')


def _is_field_name(name):
    first = name.split('.')[0].split('[')[0]
    return first.isidentifier() or first.isdecimal()


def _without_number(spec):
    """What follows a number, or a field that gives one."""
    if spec[:1] == '{':
        name, closed, rest = spec[1:].partition('}')
        return rest if closed and name.isidentifier() else spec
    return spec.lstrip('0123456789')


def _is_format_spec(spec):
    if spec[1:2] and spec[1] in '<>=^':
        spec = spec[2:]
    elif spec[0] in '<>=^':
        spec = spec[1:]
    spec = spec[1:] if spec[:1] in ('+', '-', ' ') else spec
    spec = spec[1:] if spec[:1] == '#' else spec
    spec = _without_number(spec)
    spec = spec[1:] if spec[:1] in (',', '_') else spec
    if spec[:1] == '.':
        spec = _without_number(spec[1:])
    return spec == '' or spec.lower() in tuple('bcdefgnosx%')


class StringTemplateStyle(PercentStyle):
    __module__ = 'logging'
    default_format = '${message}'
    asctime_search = '${asctime}'

    def __init__(self, fmt, *, defaults=None):
        import string
        super().__init__(fmt, defaults=defaults)
        self._tpl = string.Template(self._fmt)

    def usesTime(self):
        return self._fmt.find('$asctime') >= 0 or self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not self._tpl.is_valid():
            raise ValueError("invalid format: bare '$' not allowed")
        if not self._tpl.get_identifiers():
            raise ValueError('invalid format: no fields')

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
styles = {'%': (PercentStyle, BASIC_FORMAT),
          '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
          '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}


def check_style(style):
    if style not in styles:
        raise ValueError(f'Style must be one of: {",".join(styles)}')


class Formatter:
    """Turns a record into text."""
    __module__ = 'logging'

    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        check_style(style)
        self._style = styles[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        when = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, when)
        text = time.strftime(self.default_time_format, when)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        import traceback
        text = ''.join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text[-1:] == '\n' else text

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text += record.exc_text if text[-1:] == '\n' else '\n' + record.exc_text
        if record.stack_info:
            stack = self.formatStack(record.stack_info)
            text += stack if text[-1:] == '\n' else '\n' + stack
        return text


default_formatter = Formatter()


class BufferingFormatter:
    """Formats several records at once."""
    __module__ = 'logging'

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or default_formatter

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        return (self.formatHeader(records) + ''.join(map(self.linefmt.format, records)) +
                self.formatFooter(records))
