"""inspect: what things are, and what functions take."""
import enum
import sys
import types
from _code_flags import has_code_flag
from collections import namedtuple

__all__ = ['isfunction', 'isclass', 'ismethod', 'ismodule', 'isbuiltin', 'isroutine', 'iscode',
           'isframe', 'istraceback', 'isgenerator', 'isgeneratorfunction', 'iscoroutine',
           'iscoroutinefunction', 'isasyncgen', 'isasyncgenfunction', 'isawaitable', 'isabstract',
           'isdatadescriptor', 'ismethoddescriptor', 'getmembers', 'getdoc', 'cleandoc', 'getmro',
           'signature', 'Signature', 'Parameter', 'BoundArguments', 'getfullargspec',
           'getcallargs', 'currentframe', 'stack', 'getmodule', 'getgeneratorstate',
           'getcoroutinestate', 'getgeneratorlocals',
           'getcoroutinelocals', 'getattr_static', 'unwrap', 'getsource', 'getsourcelines',
           'getfile', 'getsourcefile', 'FrameInfo', 'get_annotations']

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 128, 256, 512


# --- what a thing is -------------------------------------------------------------------

def isfunction(object):
    return isinstance(object, types.FunctionType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    from collections.abc import Awaitable
    return isinstance(object, Awaitable)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object) or ismethoddescriptor(object)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    if cls.__name__ in ('method_descriptor', 'wrapper_descriptor'):
        return True
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def _unbound(function):
    """The function inside methods and partial objects."""
    import functools
    while True:
        if ismethod(function):
            function = function.__func__
        elif isinstance(function, functools.partial):
            function = function.func
        else:
            return function


def isgeneratorfunction(obj):
    return has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return has_code_flag(obj, CO_ASYNC_GENERATOR)


# --- members and documentation ---------------------------------------------------------

def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    names = list(dir(object))
    if isclass(object):
        for base in object.__bases__:
            names.extend(name for name, value in base.__dict__.items()
                         if isinstance(value, types.DynamicClassAttribute) and name not in names)
    found = []
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getattr_static(obj, attr, *default):
    if not isinstance(obj, type):
        own = getattr(obj, '__dict__', {})
        if attr in own:
            return own[attr]
    for cls in (obj if isinstance(obj, type) else type(obj)).__mro__:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    seen = []
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.append(id(func))
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    indent = min(indents, default=0)
    lines = [lines[0].lstrip()] + [line[indent:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and isclass(object):
        doc = next((base.__doc__ for base in object.__mro__[1:] if base.__doc__ is not None
                    and base is not type(object)), None)
    elif doc is None and ismethod(object):
        owner = type(object.__self__)
        for cls in owner.__mro__:
            doc = getattr(cls.__dict__.get(object.__name__), '__doc__', None)
            if doc is not None:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getfile(object):
    object = _unbound(object)
    if isfunction(object):
        return object.__code__.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was '
                    f'expected, got {type(object).__name__}')


def getsourcefile(object):
    return getfile(object)


def getsource(object):
    raise OSError('could not get source code')


getsourcelines = getsource


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, '__annotations__', None) or {})


# --- signatures ------------------------------------------------------------------------

class _empty:
    """Stands for a default or an annotation that there is not."""
    __module__ = 'inspect'
    __qualname__ = '_empty'


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                'variadic keyword')[self]


(_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY,
 _VAR_KEYWORD) = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    """One parameter of a function."""

    __slots__ = '_name', '_kind', '_default', '_annotation'

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return type(self)(self._name if name is None else name,
                          self._kind if kind is None else kind,
                          default=self._default if default is None else default,
                          annotation=self._annotation if annotation is None else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f': {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        return {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self._kind, '') + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class BoundArguments:
    """Arguments as they would fall to the parameters."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        inside = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{self.__class__.__name__} ({inside})>'


class Signature:
    """The parameters of a function and what it returns."""

    __slots__ = '_parameters', '_return_annotation'
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = {}
        kind, defaults = _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            if parameter.kind < kind:
                raise ValueError(f'wrong parameter order: {kind.description} parameter before '
                                 f'{parameter.kind.description} parameter')
            kind = parameter.kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError('non-default argument follows default argument')
            if parameter.name in found:
                raise ValueError(f'duplicate parameter name: {parameter.name!r}')
            found[parameter.name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(self._parameters.values() if parameters is None else parameters,
                          return_annotation=self._return_annotation if return_annotation is None
                          else return_annotation)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (dict(self._parameters) == dict(other._parameters) and
                self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        args = list(args)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind == _VAR_KEYWORD:
                continue
            elif args and kind != _KEYWORD_ONLY:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif name in kwargs:
                raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
            elif parameter.default is _empty and not partial:
                only = ' keyword-only' if kind == _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required{only} argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        rest = next((p for p in self._parameters.values() if p.kind == _VAR_KEYWORD), None)
        if kwargs and rest is not None:
            arguments[rest.name] = kwargs
        elif kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        texts = []
        slash, star = False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                texts.append('/')
                slash = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                texts.append('*')
                star = False
            texts.append(str(parameter))
        if slash:
            texts.append('/')
        text = f'({", ".join(texts)})'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text


def _signature_of_function(function):
    code = function.__code__
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    annotations = get_annotations(function)
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default,
                                    annotation=annotations.get(name, _empty)))

    for i, name in enumerate(names[:positional]):
        kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        j = i - (positional - len(defaults))
        add(name, kind, defaults[j] if j >= 0 else _empty)
    at = positional + only
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[positional:positional + only]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters.pop(0)
    return found.replace(parameters=parameters)


def _signature_of_partial(partial, follow_wrapped):
    found = _signature_of(partial.func, follow_wrapped)
    try:
        bound = found.bind_partial(*partial.args, **partial.keywords)
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    parameters, by_name = [], False
    for name, parameter in found.parameters.items():
        if name in partial.keywords and parameter.kind in (_POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
            by_name = True
            parameters.append(parameter.replace(kind=_KEYWORD_ONLY, default=partial.keywords[name]))
        elif name in bound.arguments and parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            continue
        elif by_name and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameters.append(parameter.replace(kind=_KEYWORD_ONLY))
        elif not (by_name and parameter.kind == _VAR_POSITIONAL):
            parameters.append(parameter)
    return found.replace(parameters=parameters)


def _signature_of_class(cls, follow_wrapped):
    call = type(cls).__dict__.get('__call__')
    if isfunction(call):
        return _without_first(_signature_of(call, follow_wrapped))
    for name in ('__new__', '__init__'):
        for base in cls.__mro__[:-1]:
            method = base.__dict__.get(name)
            if isinstance(method, staticmethod):
                method = method.__func__
            if isfunction(method):
                return _without_first(_signature_of(method, follow_wrapped))
    if cls.__mro__[-2:-1] and all(not base.__module__ == 'builtins' for base in cls.__mro__[:-1]):
        return Signature()
    raise ValueError(f'no signature found for builtin type {cls!r}')


def _signature_of(obj, follow_wrapped=True):
    import functools
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, follow_wrapped)
    found = getattr(obj, '__signature__', None)
    if found is not None:
        return found
    if isfunction(obj):
        return _signature_of_function(obj)
    if isinstance(obj, functools.partial):
        return _signature_of_partial(obj, follow_wrapped)
    if isclass(obj):
        return _signature_of_class(obj, follow_wrapped)
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _without_first(_signature_of(call, follow_wrapped))
    raise ValueError(f'no signature found for builtin {obj!r}')


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, follow_wrapped)


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, '
                                        'annotations')


def getfullargspec(func):
    try:
        found = _signature_of(func, False)
    except ValueError:
        raise TypeError('unsupported callable') from None
    args, defaults, only, only_defaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    if ismethod(func):
        function = func.__func__
        args.append(function.__code__.co_varnames[0])
    for parameter in found.parameters.values():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(parameter.name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif parameter.kind == _VAR_POSITIONAL:
            varargs = parameter.name
        elif parameter.kind == _KEYWORD_ONLY:
            only.append(parameter.name)
            if parameter.default is not _empty:
                only_defaults[parameter.name] = parameter.default
        else:
            varkw = parameter.name
        if parameter.annotation is not _empty:
            annotations[parameter.name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, only_defaults or None,
                       annotations)


def getcallargs(func, /, *positional, **named):
    if ismethod(func):
        positional = (func.__self__,) + positional
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments


# --- what runs -------------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED')
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED')


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


def currentframe():
    return sys._getframe(0) if hasattr(sys, '_getframe') else None


FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')


def stack(context=1):
    import _traceback
    found = []
    for filename, lineno, name, line, *_ in reversed(_traceback.stack()):
        found.append(FrameInfo(None, filename, lineno, name, [line + '\n'] if context else None,
                               0 if context else None))
    return found
