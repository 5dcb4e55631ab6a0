# Containers: what C leaves to Python because keys, elements or iterators are a program's own.
# Names with an underscore that are not defined here are helpers in C (containers_core.c).

_need('core_numbers')


# --- items and lengths ----------------------------------------------------------------------

def _index_or_slice(i):
    if type(i) is slice:
        return slice(_limit(i.start), _limit(i.stop), _limit(i.step))
    return _index_of(i)


def _limit(x):
    if x is None or isinstance(x, int):
        return x
    if not _has_special(x, '__index__'):
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _index_of(x)


def getitem_at(o, i):
    return _kind_getitem(o, _index_or_slice(i))


def setitem_at(o, i, value):
    _kind_setitem(o, _index_or_slice(i), value)


def delitem_at(o, i):
    _kind_delitem(o, _index_or_slice(i))


def setitem_listed(o, i, iterable):
    _kind_setitem(o, i, list(iterable))


def len_index(n):
    n = _index_of(n)
    if n < 0:
        raise ValueError('__len__() should return >= 0')
    return n


def range_indices(start, stop, step):
    return range(_index_of(start), _index_of(stop), _index_of(step))


def _slice_indices(start, stop, step, length):
    start, stop, step = _limit(start), _limit(stop), _limit(step)
    if step is None:
        step = 1
    if step == 0:
        raise ValueError('slice step cannot be zero')
    low, high = (-1, length - 1) if step < 0 else (0, length)

    def bound(x, absent):
        if x is None:
            return absent
        if x < 0:
            x += length
        return low if x < low else high if x > high else x

    if step < 0:
        return bound(start, high), bound(stop, low), step
    return bound(start, low), bound(stop, high), step


def slice_indices(start, stop, step, length):
    length = _index_of(length)
    if length < 0:
        raise ValueError('length should not be negative')
    return _slice_indices(start, stop, step, length)


def range_slice(r, start, stop, step):
    n = (r.stop - r.start + r.step - (1 if r.step > 0 else -1)) // r.step
    start, stop, step = _slice_indices(start, stop, step, max(n, 0))
    return range(r.start + start * r.step, r.start + stop * r.step, step * r.step)


# --- lists and tuples -----------------------------------------------------------------------

def list_extend(items, iterable):
    for x in iterable:
        _list_push(items, x)


def list_iadd(items, iterable):
    for x in iterable:
        _list_push(items, x)
    return items


def list_insert(items, i, x):
    list.insert(items, _index_of(i), x)


def list_pop(items, i):
    return list.pop(items, _index_of(i))


def list_remove(items, value):
    i = 0
    for x in _items(items):
        if x is value or x == value:
            _kind_delitem(items, i)
            return
        i += 1
    raise ValueError('list.remove(x): x not in list')


def not_in_list(value):
    raise ValueError(f'{value!r} is not in list')


def seq_index(items, value, start, stop):
    start, stop, _ = _slice_indices(_index_of(start), _index_of(stop), 1, len(_items(items)))
    i = start
    for x in _items(items)[start:stop]:
        if x is value or x == value:
            return i
        i += 1
    if isinstance(items, tuple):
        raise ValueError('tuple.index(x): x not in tuple')
    not_in_list(value)


def seq_count(items, value):
    n = 0
    for x in _items(items):
        if x is value or x == value:
            n += 1
    return n


def _ordered(op, a, b):
    if op == 0:
        return a < b
    if op == 1:
        return a <= b
    return a > b if op == 4 else a >= b


# op is one of < <= == != > >=, by number.
def seq_compare(op, a, b):
    a, b = _items(a), _items(b)
    for x, y in zip(a, b):
        if x is not y and not x == y:
            return op == 3 if op == 2 or op == 3 else _ordered(op, x, y)
    if op == 2 or op == 3:
        return (len(a) == len(b)) == (op == 2)
    return _ordered(op, len(a), len(b))


def kind_contains(container, value):
    if type(container) is _dict_items:
        return _item_in(_view_dict(container), value)
    if isinstance(container, (list, tuple)):
        container = _items(container)
    return contains(container, value)


def contains(iterable, value):
    try:
        items = iter(iterable)
    except TypeError:
        raise TypeError(f"argument of type '{type(iterable).__name__}' is not iterable") from None
    for x in items:
        if x is value or x == value:
            return True
    return False


def range_index(r, value):
    i = 0
    for x in r:
        if x == value:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')


def range_count(r, value):
    n = 0
    for x in r:
        if x == value:
            n += 1
    return n


# --- hashes -----------------------------------------------------------------------------------

def hash_tuple(items):
    return _hash_tuple([hash(x) for x in _items(items)])


def hash_method(method):
    return id(method.__self__) ^ hash(method.__func__)


# --- dicts ------------------------------------------------------------------------------------

# The entry with that key as (key, True, value), or None. _dict_probe gives the n-th entry with
# the hash, and whether C could tell that the keys are equal.
def dict_find(d, key, h):
    n = 0
    found = _dict_probe(d, key, h, n)
    while found is not None and not found[1] and not found[0] == key:
        n += 1
        found = _dict_probe(d, key, h, n)
    return found


def equal(a, b):
    return True if a == b else False


def _dict_set_hash(d, key, h, value):
    found = dict_find(d, key, h)
    _dict_put(d, key if found is None else found[0], h, value)


def _update_pairs(d, pairs):
    i = 0
    for pair in pairs:
        try:
            pair = list(pair)
        except TypeError:
            raise TypeError(f'cannot convert dictionary update sequence element #{i} to a sequence') from None
        if len(pair) != 2:
            raise ValueError(f'dictionary update sequence element #{i} has length {len(pair)}; 2 is required')
        dict.__setitem__(d, pair[0], pair[1])
        i += 1


def dict_update(d, other, keywords):
    if isinstance(other, dict) and not _overrides(other, '__iter__'):
        for key, h, value in _dict_entries(other):
            _dict_set_hash(d, key, h, value)
    elif hasattr(other, 'keys'):
        for key in other.keys():
            dict.__setitem__(d, key, other[key])
    elif other is not None:
        _update_pairs(d, other)
    if keywords is not None:
        for key, value in keywords.items():
            dict.__setitem__(d, key, value)


def dict_filled(d, other, keywords):
    dict_update(d, other, keywords)
    return d


def dict_fromkeys(cls, iterable, value):
    d = cls()
    for key in iterable:
        d[key] = value
    return d


def dict_compare(op, a, b):
    return _dict_equal(a, b) == (op == 2)


def _dict_equal(a, b):
    entries = _dict_entries(a)
    if len(entries) != len(_dict_entries(b)):
        return False
    for key, h, value in entries:
        found = dict_find(b, key, h)
        if found is None or found[2] is not value and not value == found[2]:
            return False
    return True


# --- views --------------------------------------------------------------------------------------

_dict_keys = type({}.keys())
_dict_items = type({}.items())
_ABSENT = object()


def _item_in(d, pair):
    if not isinstance(pair, tuple) or len(_items(pair)) != 2:
        return False
    key, value = _items(pair)
    there = dict.get(d, key, _ABSENT)
    return there is not _ABSENT and (there is value or there == value)


def view_compare(op, a, b):
    if op == 2 or op == 3:
        return (len(a) == len(b) and _all_in(a, b)) == (op == 2)
    if op == 4 or op == 5:
        a, b = b, a
    few_enough = len(a) < len(b) if op == 0 or op == 4 else len(a) <= len(b)
    return few_enough and _all_in(a, b)


def _all_in(a, b):
    for x in a:
        if x not in b:
            return False
    return True


# op is a number: & | - ^ are 8, 9, 1, 10.
def view_operator(op, a, b):
    if op == 8:
        if type(a) is not _dict_keys and type(a) is not _dict_items:
            a, b = b, a
        result = set()
        for x in b:
            if x in a:
                result.add(x)
        return result
    result = set(a)
    if op == 9:
        _set_update(result, b)
    elif op == 1:
        _set_difference_update(result, b)
    else:
        _set_symmetric_update(result, b)
    return result


def view_disjoint(view, other):
    for x in other:
        if x in view:
            return False
    return True


# --- sets ----------------------------------------------------------------------------------------

# As dict_find: (element, True), or None.
def set_find(s, key, h):
    n = 0
    found = _set_probe(s, key, h, n)
    while found is not None and not found[1] and not found[0] == key:
        n += 1
        found = _set_probe(s, key, h, n)
    return found


def _set_add_hash(s, key, h):
    if set_find(s, key, h) is None:
        _set_put(s, key, h)


def _set_discard_hash(s, key, h):
    found = set_find(s, key, h)
    if found is not None:
        _set_drop(s, found[0], h)
    return found is not None


def _has_hashes(x):
    return isinstance(x, (set, frozenset)) or type(x) is dict


# Pairs of element and hash.
def _hashed(iterable):
    if _has_hashes(iterable):
        return _set_entries(iterable)
    return [(x, hash(x)) for x in iterable]


def _set_update(s, *others):
    for other in others:
        if _has_hashes(other):
            _set_room(s, len(_set_entries(other)))
            for x, h in _set_entries(other):
                _set_add_hash(s, x, h)
        else:
            for x in other:
                _set_add_hash(s, x, hash(x))


def set_filled(s, iterable):
    _set_update(s, iterable)
    return s


def _set_union(s, *others):
    result = _set_copy(s)
    _set_update(result, *others)
    return result


def _is_small(a, b):
    return isinstance(b, (set, frozenset)) and len(_set_entries(b)) > len(_set_entries(a))


def _set_intersect(s, other):
    result = _set_make(s)
    walked, asked = (s, other) if _is_small(s, other) else (other, s)
    for x, h in _hashed(walked):
        if set_find(asked, x, h) is not None:
            _set_add_hash(result, x, h)
    return result


def _set_intersection(s, *others):
    for other in others:
        s = _set_intersect(s, other)
    return s


def _set_intersection_update(s, *others):
    _set_swap(s, _set_intersection(s, *others))


def _set_difference_update(s, *others):
    for other in others:
        if other is s:
            s.clear()
            continue
        if isinstance(other, (set, frozenset)) and len(_set_entries(other)) >> 3 > len(_set_entries(s)):
            other = _set_intersect(s, other)
        for x, h in _hashed(other):
            _set_discard_hash(s, x, h)
        _set_tidy(s)


def _set_difference(s, other, *others):
    if not _has_hashes(other) or len(_set_entries(s)) >> 2 > len(_set_entries(other)):
        result = _set_copy(s)
        _set_difference_update(result, other)
    else:
        result = _set_make(s)
        for x, h in _set_entries(s):
            if set_find(other, x, h) is None:
                _set_add_hash(result, x, h)
    _set_difference_update(result, *others)
    return result


def _set_flip(s, other):
    for x, h in _set_entries(other):
        if not _set_discard_hash(s, x, h):
            _set_add_hash(s, x, h)


def _set_symmetric_update(s, other):
    if other is s:
        s.clear()
    else:
        _set_flip(s, other if _has_hashes(other) else set(other))


def _set_symmetric(s, other):
    result = _set_make(s)
    if isinstance(other, (set, frozenset)):
        _set_swap(result, _set_copy(other))
    else:
        _set_update(result, other)
    _set_flip(result, s)
    return result


def _set_subset(s, other):
    if not isinstance(other, (set, frozenset)):
        return len(_set_entries(_set_intersect(s, other))) == len(_set_entries(s))
    if len(_set_entries(s)) > len(_set_entries(other)):
        return False
    for x, h in _set_entries(s):
        if set_find(other, x, h) is None:
            return False
    return True


def _set_superset(s, other):
    if isinstance(other, (set, frozenset)):
        return _set_subset(other, s)
    for x in other:
        if set_find(s, x, hash(x)) is None:
            return False
    return True


def _set_disjoint(s, other):
    if _is_small(s, other):
        s, other = other, s
    for x, h in _hashed(other):
        if set_find(s, x, h) is not None:
            return False
    return True


def set_compare(op, a, b):
    n, m = len(_set_entries(a)), len(_set_entries(b))
    if op == 2 or op == 3:
        return (n == m and _set_subset(a, b)) == (op == 2)
    if op == 4 or op == 5:
        a, b, n, m = b, a, m, n
    return (n < m or op == 1 or op == 5) and _set_subset(a, b)


def _in_place(change):
    def operator(s, other):
        change(s, other)
        return s
    return operator


_SET_METHODS = {
    'update': _set_update,
    'union': _set_union,
    'intersection': _set_intersection,
    'intersection_update': _set_intersection_update,
    'difference': _set_difference,
    'difference_update': _set_difference_update,
    'symmetric_difference': _set_symmetric,
    'symmetric_difference_update': _set_symmetric_update,
    'issubset': _set_subset,
    'issuperset': _set_superset,
    'isdisjoint': _set_disjoint,
    '__ior__': _in_place(_set_update),
    '__iand__': _in_place(_set_intersection_update),
    '__isub__': _in_place(_set_difference_update),
    '__ixor__': _in_place(_set_symmetric_update),
}


def set_method(name, s, others):
    return _SET_METHODS[name](s, *others)
