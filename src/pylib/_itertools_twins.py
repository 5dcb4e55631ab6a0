"""The iterators of itertools as generators, for what C cannot walk alone: each is called as the
class in C is (the class first) and gives a generator under the name of that class.
"""
from itertools import _grouper, _named, _tee
from _operator import index


def count(cls, start, step):
    for number in (start, step):
        if not any(hasattr(number, name) for name in ('__index__', '__int__', '__float__', '__complex__')):
            raise TypeError('a number is required')
    return _named(cls, _count(start, step))


def _count(number, step):
    while True:
        yield number
        number += step


def repeat(cls, item, times):
    return cls(item, index(times))


def repeat_repr(item, times):
    return f'repeat({item!r})' if times < 0 else f'repeat({item!r}, {times})'


def chain(cls, iterables):
    return _named(cls, _chain(iter(iterables)))


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


_LIMIT = ' must be None or an integer: 0 <= x <= sys.maxsize.'


def _limit(value, absent, least, message):
    if value is None:
        return absent
    try:
        value = index(value)
    except TypeError:
        raise ValueError(message) from None
    if not least <= value <= 2 ** 63 - 1:
        raise ValueError(message)
    return value


def islice(cls, iterable, start, stop, step, only_stop):
    stop = _limit(stop, None, 0, 'Stop argument for islice()' + _LIMIT)
    start = _limit(start, 0, 0, 'Indices for islice()' + _LIMIT)
    step = _limit(step, 1, 1, 'Step for islice() must be a positive integer or None.')
    rest = iter(iterable)
    return _named(cls, _islice(rest, start, stop, step))


def _islice(rest, wanted, stop, step):
    if wanted == 0 and step == 1 and stop:
        for item in rest:
            yield item
            stop -= 1
            if not stop:
                return
        return
    at = 0
    while True:
        # What is skipped is taken only when the next element is asked for.
        for at in range(at, wanted):
            for _ in rest:
                break
            else:
                return
        at = wanted
        if stop is not None and at >= stop:
            return
        for item in rest:
            break
        else:
            return
        at += 1
        yield item
        wanted += step
        if stop is not None and wanted > stop:
            wanted = stop


def cycle(cls, iterable):
    return _named(cls, _cycle(iter(iterable)))


def _cycle(rest):
    saved = []
    for item in rest:
        saved.append(item)
        yield item
    while saved:
        for item in saved:
            yield item


def pairwise(cls, iterable):
    return _named(cls, _pairwise(iter(iterable)))


def _pairwise(rest):
    for a in rest:
        break
    else:
        return
    for b in rest:
        yield a, b
        a = b


def zip_longest(cls, fillvalue, iterables):
    return _named(cls, _zip_longest(fillvalue, [iter(iterable) for iterable in iterables]))


def _zip_longest(fillvalue, sources):
    left = len(sources)
    while left:
        items = []
        for i, source in enumerate(sources):
            item = fillvalue
            if source is not None:
                for item in source:
                    break
                else:
                    left -= 1
                    if not left:
                        return
                    sources[i] = None
            items.append(item)
        yield tuple(items)


def accumulate(cls, iterable, function, initial):
    rest = iter(iterable)
    return _named(cls, _sums(rest, initial) if function is None else _accumulate(rest, function, initial))


def _sums(rest, total):
    if total is None:
        for total in rest:
            break
        else:
            return
    yield total
    for item in rest:
        total = total + item
        yield total


def _accumulate(rest, function, total):
    if total is None:
        for total in rest:
            break
        else:
            return
    yield total
    for item in rest:
        total = function(total, item)
        yield total


def picking(cls, iterable, r):
    """combinations, permutations: the pool is taken whole at once in any case."""
    return cls(tuple(iterable), r if r is None else index(r))


def product(cls, repeat, iterables):
    return cls(*[tuple(iterable) for iterable in iterables], repeat=repeat)


def compress(cls, data, selectors):
    return _named(cls, _compress(iter(data), iter(selectors)))


def _compress(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item


def dropwhile(cls, predicate, iterable):
    return _named(cls, _dropwhile(predicate, iter(iterable)))


def _dropwhile(predicate, rest):
    for item in rest:
        if not predicate(item):
            yield item
            break
    for item in rest:
        yield item


def takewhile(cls, predicate, iterable):
    return _named(cls, _takewhile(predicate, iter(iterable)))


def _takewhile(predicate, rest):
    for item in rest:
        if not predicate(item):
            return
        yield item


def filterfalse(cls, predicate, iterable):
    return _named(cls, _filterfalse(predicate, iter(iterable)))


def _filterfalse(predicate, rest):
    if predicate is None or predicate is bool:
        for item in rest:
            if not item:
                yield item
    else:
        for item in rest:
            if not predicate(item):
                yield item


def starmap(cls, function, iterable):
    return _named(cls, _starmap(function, iter(iterable)))


def _starmap(function, rest):
    for args in rest:
        yield function(*(args if type(args) is tuple else tuple(args)))


def groupby(cls, iterable, key):
    return _named(cls, _groupby(iter(iterable), key))


def _groupby(rest, key):
    # `turn` numbers the groups: an older one that is still held by somebody gives nothing more.
    turn = 0
    value = this = None
    ended = False

    def advance():
        nonlocal value, this, ended
        for value in rest:
            this = value if key is None else key(value)
            return True
        ended = True
        return False

    def group(wanted, number):
        while turn == number and not ended:
            yield value
            if turn != number:
                return
            if not advance() or not (wanted is this or wanted == this):
                return

    if not advance():
        return
    while True:
        wanted = this
        turn += 1
        made = _named(_grouper, group(wanted, turn))
        yield wanted, made
        while not ended and (wanted is this or wanted == this):
            if not advance():
                return
        if ended:
            return


def tee(iterable, n):
    if n == 0:
        return ()
    source = iter(iterable)
    # A chain of [item, next link] that all the branches walk along.
    link = [None, None]
    return tuple([_named(_tee, _branch(source, link)) for _ in range(n)])


def _branch(source, link):
    while True:
        following = link[1]
        if following is None:
            for item in source:
                break
            else:
                return
            following = link[1] = [item, None]
        link = following
        yield link[0]
