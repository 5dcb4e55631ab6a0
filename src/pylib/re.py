"""re: regular expressions."""
import enum
from _regex import Match, Pattern
from _regex_compile import compile as _compile_pattern
from _regex_parse import error

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer',
           'compile', 'purge', 'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S',
           'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE',
           'UNICODE', 'NOFLAG', 'RegexFlag']


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    __str__ = object.__str__

    def __repr__(self):
        rest = self._value_
        names = []
        for flag in RegexFlag:
            if flag._value_ & rest == flag._value_:
                names.append(f're.{flag._name_}')
                rest &= ~flag._value_
        if rest:
            names.append(hex(rest))
        return '|'.join(names) or 're.NOFLAG'


for _name, _flag in RegexFlag.__members__.items():
    globals()[_name] = _flag

_CACHED = 512
_cache = {}


def compile(pattern, flags=0):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    found = _cache.get(key)
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    made = _compile_pattern(pattern, flags)
    if len(_cache) >= _CACHED:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


_SPECIAL = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return pattern.decode('latin-1').translate(_SPECIAL).encode('latin-1')


class Scanner:
    """Cuts a text into tokens: a list of (pattern, what to do with what it matches)."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.actions = {}  # by the number of the pattern's group
        group = 1
        for phrase, action in lexicon:
            self.actions[group] = action
            group += compile(phrase, flags).groups + 1
        self.scanner = compile('|'.join(f'({phrase})' for phrase, _ in lexicon), flags)

    def scan(self, string):
        result = []
        at = 0
        while True:
            self.match = self.scanner.match(string, at)
            if not self.match or self.match.end() == at:
                return result, string[at:]
            action = self.actions[self.match.lastindex]
            if callable(action):
                action = action(self, self.match.group())
            if action is not None:
                result.append(action)
            at = self.match.end()
