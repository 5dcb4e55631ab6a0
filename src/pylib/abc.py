"""Abstract base classes. Each keeps in `_abc_impl` what was registered with it and which
classes have been asked about; the C part answers from there and calls _ask for what is new.
"""
from _abc import _Answers, instancecheck, subclasscheck, on_ask, get_cache_token

__all__ = ['ABC', 'ABCMeta', 'abstractclassmethod', 'abstractmethod', 'abstractproperty',
           'abstractstaticmethod', 'get_cache_token', 'update_abstractmethods']


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


def _still_abstract(cls, base):
    names = getattr(base, '__abstractmethods__', ())
    # What type itself has there is the attribute's descriptor.
    for name in names if isinstance(names, frozenset) else ():
        if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
            yield name


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = {key for key, value in namespace.items()
                    if getattr(value, '__isabstractmethod__', False)}
        for base in bases:
            abstract.update(_still_abstract(cls, base))
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_impl = _Answers()
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.register(subclass)
        return subclass

    __instancecheck__ = instancecheck
    __subclasscheck__ = subclasscheck


def _ask(cls, subclass):
    if not isinstance(subclass, type):
        raise TypeError('issubclass() arg 1 must be a class')
    answers = cls._abc_impl
    answer = cls.__subclasshook__(subclass)
    if answer is NotImplemented:
        answer = (cls in subclass.__mro__
                  or any(issubclass(subclass, each) for each in answers.registered())
                  or any(issubclass(subclass, each) for each in cls.__subclasses__()))
    answers.remember(subclass, answer)
    return answer


on_ask(_ask)


def update_abstractmethods(cls):
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    abstract = set()
    for base in cls.__bases__:
        abstract.update(_still_abstract(cls, base))
    for name, value in cls.__dict__.items():
        if getattr(value, '__isabstractmethod__', False):
            abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()
