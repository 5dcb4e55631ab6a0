"""What the library's functions in C ask of Python when they meet objects that only Python can
compare, hash or print. Each function does the whole job of the one in C.
"""
from _support import repr_enter, repr_leave


# --- heapq ----------------------------------------------------------------------------
# `less` compares for a heap with the least on top or, turned round, the greatest.

def _less(a, b):
    return a < b


def _greater(a, b):
    return b < a


def _up(heap, start, pos, less):
    item = heap[pos]
    while pos > start:
        parent = heap[(pos - 1) >> 1]
        if not less(item, parent):
            break
        heap[pos] = parent
        pos = (pos - 1) >> 1
    heap[pos] = item


def _down(heap, pos, less):
    # First down to a leaf along the smaller children, then up again to the place.
    end, start = len(heap), pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        if child + 1 < end and not less(heap[child], heap[child + 1]):
            child += 1
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _up(heap, start, pos, less)


def heappush(heap, item):
    heap.append(item)
    _up(heap, 0, len(heap) - 1, _less)


def _pop(heap, less):
    last = heap.pop()
    if not heap:
        return last
    top, heap[0] = heap[0], last
    _down(heap, 0, less)
    return top


def _replace(heap, item, less):
    top, heap[0] = heap[0], item
    _down(heap, 0, less)
    return top


def _heapify(heap, less):
    for i in reversed(range(len(heap) // 2)):
        _down(heap, i, less)


def heappop(heap):
    return _pop(heap, _less)


def heapreplace(heap, item):
    return _replace(heap, item, _less)


def heappushpop(heap, item):
    if heap and heap[0] < item:
        return _replace(heap, item, _less)
    return item


def heapify(heap):
    _heapify(heap, _less)


def _heappop_max(heap):
    return _pop(heap, _greater)


def _heapreplace_max(heap, item):
    return _replace(heap, item, _greater)


def _heapify_max(heap):
    _heapify(heap, _greater)


# --- bisect ---------------------------------------------------------------------------

def _bounds(a, lo, hi):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    return lo, len(a) if hi is None else hi


def bisect_right(a, x, lo, hi, key):
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        mid = (lo + hi) // 2
        if x < (a[mid] if key is None else key(a[mid])):
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_left(a, x, lo, hi, key):
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] if key is None else key(a[mid])) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def insort_right(a, x, lo, hi, key):
    place = bisect_right(a, x if key is None else key(x), lo, hi, key)
    a.insert(place, x)


def insort_left(a, x, lo, hi, key):
    place = bisect_left(a, x if key is None else key(x), lo, hi, key)
    a.insert(place, x)


# --- collections ----------------------------------------------------------------------

def deque_repr(d):
    if repr_enter(d):
        return '[...]'
    try:
        items = ', '.join([repr(item) for item in d])
    finally:
        repr_leave(d)
    limit = '' if d.maxlen is None else f', maxlen={d.maxlen}'
    return f'{type(d).__name__}([{items}]{limit})'


def deque_contains(d, x):
    for item in d:
        if item is x or item == x:
            return True
    return False


def deque_count(d, x):
    count = 0
    for item in d:
        if item is x or item == x:
            count += 1
    return count


def deque_index(d, x, start, stop):
    for i, item in enumerate(d):
        if i >= stop:
            break
        if i >= start and (item is x or item == x):
            return i
    raise ValueError(f'{x!r} is not in deque')


def deque_remove(d, x):
    size = len(d)
    for i in range(size):
        item = d[i]
        same = item is x or item == x
        if len(d) != size:
            raise IndexError('deque mutated during remove().')
        if same:
            del d[i]
            return
    raise ValueError(f'{x!r} is not in deque')


def odict_move(d, key, last):
    value = dict.pop(d, key)
    dict.__setitem__(d, key, value)
    if not last:
        d._move_first()


def missing(d, key):
    """defaultdict.__missing__"""
    d[key] = value = d.default_factory()
    return value


def count_elements(mapping, iterable):
    get = mapping.get
    for item in iterable:
        mapping[item] = get(item, 0) + 1


def count_from(mapping, item, rest):
    mapping[item] = mapping.get(item, 0) + 1
    count_elements(mapping, rest)


# --- functools ------------------------------------------------------------------------

def partial_repr(p):
    cls = type(p)
    name = f'functools.{cls.__qualname__}' if cls.__module__ == 'functools' else cls.__qualname__
    if repr_enter(p):
        return '...'
    try:
        parts = [repr(p.func), *map(repr, p.args)]
        parts += [f'{key}={value!r}' for key, value in p.keywords.items()]
    finally:
        repr_leave(p)
    return f"{name}({', '.join(parts)})"


def _make_partial(cls, function, args, keywords):
    return cls(function, *args, **keywords)


def partial_reduce(p):
    return _make_partial, (type(p), p.func, p.args, p.keywords), p.__dict__ or None


_COMPARE = (lambda x: x < 0, lambda x: x <= 0, lambda x: x == 0, lambda x: x != 0,
            lambda x: x > 0, lambda x: x >= 0)


def compare_with_0(op, result):
    return _COMPARE[op](result)


def reduce(function, iterable, *initial):
    try:
        rest = iter(iterable)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial:
        value = initial[0]
    else:
        for value in rest:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in rest:
        value = function(value, item)
    return value


# --- contextvars ----------------------------------------------------------------------

def contextvar_repr(name, default, address):
    return f'<ContextVar name={name!r} default={default!r} at {address:#x}>'
