# Iteration: the functions and iterators that call a program's own code between two steps.


# --- iterators ------------------------------------------------------------------------------

def _by_index(x):
    get = type(x).__getitem__
    i = 0
    while True:
        try:
            value = get(x, i)
        except (IndexError, StopIteration):
            return
        yield value
        i += 1


def iter_by_index(x):
    return _name_generator(_by_index(x), 'iterator')


def _until(function, sentinel):
    while True:
        try:
            value = function()
        except StopIteration:
            return
        if value is sentinel or value == sentinel:
            return
        yield value


def iter_callable(function, sentinel):
    return _name_generator(_until(function, sentinel), 'callable_iterator')


def _backwards(x, n):
    get = type(x).__getitem__
    i = n - 1
    while i >= 0:
        try:
            value = get(x, i)
        except (IndexError, StopIteration):
            return
        yield value
        i -= 1


def reversed_sequence(x):
    return _name_generator(_backwards(x, len(x)), 'reversed')


def map_of(function, *iterables):
    return _record_of('map', function, [iter(x) for x in iterables])


def filter_of(function, iterable):
    return _record_of('filter', function, [iter(iterable)])


def _enumerate(iterator, n):
    for x in iterator:
        yield n, x
        n += 1


def enumerate_of(iterable, start):
    return _name_generator(_enumerate(iter(iterable), start), 'enumerate')


_END = object()


def _zip(iterators):
    while iterators:
        values = []
        for it in iterators:
            x = next(it, _END)
            if x is _END:
                return
            values.append(x)
        yield tuple(values)


def _several(i):
    return ' 1' if i == 1 else f's 1-{i}'


def _zip_strict(iterators):
    while iterators:
        values = []
        for i, it in enumerate(iterators):
            x = next(it, _END)
            if x is not _END:
                values.append(x)
                continue
            if i:
                raise ValueError(f'zip() argument {i + 1} is shorter than argument{_several(i)}')
            for j in range(1, len(iterators)):
                if next(iterators[j], _END) is not _END:
                    raise ValueError(f'zip() argument {j + 1} is longer than argument{_several(j)}')
            return
        yield tuple(values)


def zip_of(strict, *iterables):
    iterators = [iter(x) for x in iterables]
    return _name_generator((_zip_strict if strict else _zip)(iterators), 'zip')


# --- what becomes of all elements --------------------------------------------------------------

# What is long in C comes by here now and then, so that a run can be stopped in between.
def pause(value):
    return value


def any_of(iterable):
    for x in iterable:
        if x:
            return True
    return False


def all_of(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def any_from(x, iterator):
    return True if x else any_of(iterator)


def all_from(x, iterator):
    return all_of(iterator) if x else False


def sum_of(iterable, total):
    for x in iterable:
        total = total + x
    return total


def _empty(name, default):
    if default:
        return default[0]
    raise ValueError(f'{name}() arg is an empty sequence')


# `default` is a tuple of one, or empty.
def min_of(iterable, key, default):
    best = best_key = _END
    for x in iterable:
        k = x if key is None else key(x)
        if best_key is _END or k < best_key:
            best, best_key = x, k
    return _empty('min', default) if best_key is _END else best


def max_of(iterable, key, default):
    best = best_key = _END
    for x in iterable:
        k = x if key is None else key(x)
        if best_key is _END or k > best_key:
            best, best_key = x, k
    return _empty('max', default) if best_key is _END else best


def sorted_of(iterable, key, reverse):
    values = list(iterable)
    values.sort(key=key, reverse=reverse)
    return values


def less(a, b):
    return True if a < b else False


# --- asynchronous ---------------------------------------------------------------------------------

def aiter_of(x):
    kind = type(x)
    if not _has_special(x, '__aiter__'):
        raise TypeError(f"'{kind.__name__}' object is not an async iterable")
    iterator = kind.__aiter__(x)
    if not _has_special(iterator, '__anext__'):
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator


_GENERATOR = type(_by_index(()))


def _await_iterator(awaitable):
    if type(awaitable) is _GENERATOR:
        return awaitable
    if not _has_special(awaitable, '__await__'):
        raise TypeError(f"object {type(awaitable).__name__} can't be used in 'await' expression")
    return type(awaitable).__await__(awaitable)


class anext_awaitable:
    """What anext() with a default gives: it asks for the iterator of what it awaits each time anew."""

    def __init__(self, awaitable, default):
        self._awaitable, self._default = awaitable, default

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def _ask(self, name, *args):
        try:
            return getattr(_await_iterator(self._awaitable), name)(*args)
        except StopAsyncIteration:
            raise StopIteration(self._default) from None

    def __next__(self):
        return self._ask('__next__')

    def send(self, value):
        return self._ask('send', value)

    def throw(self, *args):
        return self._ask('throw', *args)

    def close(self):
        return self._ask('close')


def anext_of(iterator, *default):
    if not _has_special(iterator, '__anext__'):
        raise TypeError(f"'{type(iterator).__name__}' object is not an async iterator")
    awaitable = type(iterator).__anext__(iterator)
    return anext_awaitable(awaitable, default[0]) if default else awaitable
