"""warnings: telling about what is not quite an error, on standard error."""
import sys
import _caller

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings']

_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')

defaultaction = 'default'
onceregistry = {}


class _Exactly:
    """Stands for a compiled pattern that is a plain name, so that `re` is not needed."""

    def __init__(self, text):
        self.pattern = text

    def match(self, text):
        return text == self.pattern


# (action, pattern of the message, category, pattern of the module, line)
filters = [('default', None, DeprecationWarning, _Exactly('__main__'), 0),
           ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0),
           ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]

_registries = {}  # by module: what has been told there already


def _filters_mutated():
    _registries.clear()


# --- filters ---------------------------------------------------------------------------

def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def _check_filter(action, lineno):
    assert action in _ACTIONS, f'invalid action: {action!r}'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    assert action in _ACTIONS, f'invalid action: {action!r}'
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, str), 'module must be a string'
    _check_filter(action, lineno)
    message_pattern = module_pattern = None
    if message or module:
        import re
        message_pattern = re.compile(message, re.I) if message else None
        module_pattern = re.compile(module) if module else None
    _add_filter((action, message_pattern, category, module_pattern, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_filter(action, lineno)
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def _action_for(text, category, module, lineno):
    for item in filters:
        action, message_pattern, wanted, module_pattern, line = item
        if ((message_pattern is None or message_pattern.match(text)) and
                issubclass(category, wanted) and
                (module_pattern is None or module_pattern.match(module)) and
                line in (0, lineno)):
            if action not in _ACTIONS:
                raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\n {item}')
            return action
    return defaultaction


# --- warning ---------------------------------------------------------------------------

def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    place = _caller.caller(max(stacklevel, 1) - 1)
    filename, lineno, module, _ = place or ('sys', 1, 'sys', '')
    _warn_at(message, category, filename, lineno, module, _registries.setdefault(module, {}), source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    _warn_at(message, category, filename, int(lineno), module, {} if registry is None else registry,
             source)


def _warn_at(message, category, filename, lineno, module, registry, source):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action != 'always':
        registry[key] = 1
    if action in ('once', 'module'):
        told = onceregistry if action == 'once' else registry
        key = (text, category) if action == 'once' else (text, category, 0)
        if told.get(key):
            return
        told[key] = 1
    _show(WarningMessage(message, category, filename, lineno, source=source))


class WarningMessage:
    """What showwarning is given, as one object."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, '
                f'filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        line = _caller.source_line(filename, lineno)
    if line:
        text += f'  {line.strip()}\n'
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning
_recorder = None  # the list of catch_warnings(record=True)


def _show(warning):
    if showwarning is not _showwarning:
        if not callable(showwarning):
            raise TypeError('warnings.showwarning() must be set to a function or method')
        showwarning(warning.message, warning.category, warning.filename, warning.lineno,
                    warning.file, warning.line)
    elif _recorder is not None:
        _recorder.append(warning)
    else:
        _showwarning(warning.message, warning.category, warning.filename, warning.lineno)
        if warning.source is not None and sys.stderr is not None:
            sys.stderr.write(f'{warning._category_name}: Enable tracemalloc to get the object '
                             'allocation traceback\n')


class catch_warnings:
    """Keeps the filters as they are; with record=True, what is told goes to a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return f'{type(self).__name__}({"record=True" if self._record else ""})'

    def __enter__(self):
        global filters, showwarning, _recorder
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._before = filters, showwarning, _recorder
        filters = filters[:]
        _filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        showwarning = _showwarning
        _recorder = []
        return _recorder

    def __exit__(self, *exc_info):
        global filters, showwarning, _recorder
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, showwarning, _recorder = self._before
        _filters_mutated()
