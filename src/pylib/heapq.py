"""Heaps. The C part moves what it can compare; other items go through _library_twins."""
from _heapq import (heapify, heappop, heappush, heappushpop, heapreplace, _heapify_max,
                    _heappop_max, _heapreplace_max)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']


def merge(*iterables, key=None, reverse=False):
    if reverse:
        make_heap, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        make_heap, pop, replace, direction = heapify, heappop, heapreplace, 1
    # An entry is [what is compared, order of the iterable, its next value, its iterator].
    # The order decides between equals, so values themselves are only compared as keys.
    heap = []
    for order, iterable in enumerate(iterables):
        rest = iter(iterable)
        for value in rest:
            heap.append([value if key is None else key(value), order * direction, value, rest])
            break
    make_heap(heap)
    while len(heap) > 1:
        entry = heap[0]
        rest = entry[3]
        yield entry[2]
        for value in rest:
            entry[2] = value
            entry[0] = value if key is None else key(value)
            replace(heap, entry)
            break
        else:
            pop(heap)
    if heap:
        yield heap[0][2]
        yield from heap[0][3]


def _only_best(choose, iterable, key):
    missing = object()
    best = choose(iterable, default=missing, key=key)
    return [] if best is missing else [best]


def _sorted_if_all(n, iterable, key, reverse):
    """When all elements are wanted, sorting is best; None otherwise."""
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return None
    return sorted(iterable, key=key, reverse=reverse)[:n] if n >= size else None


# One pass with a heap of the n best so far, the worst of them on top. Entries are
# (key, order, element), the order making equal keys keep the order that they came in.

def nsmallest(n, iterable, key=None):
    if n == 1:
        return _only_best(min, iterable, key)
    result = _sorted_if_all(n, iterable, key, False)
    if result is not None:
        return result
    rest = iter(iterable)
    heap = [(item if key is None else key(item), i, item) for i, item in zip(range(n), rest)]
    if not heap:
        return heap
    _heapify_max(heap)
    worst = heap[0][0]
    order = n
    for item in rest:
        k = item if key is None else key(item)
        if k < worst:
            _heapreplace_max(heap, (k, order, item))
            worst = heap[0][0]
            order += 1
    heap.sort()
    return [item for _, _, item in heap]


def nlargest(n, iterable, key=None):
    if n == 1:
        return _only_best(max, iterable, key)
    result = _sorted_if_all(n, iterable, key, True)
    if result is not None:
        return result
    rest = iter(iterable)
    heap = [(item if key is None else key(item), i, item) for i, item in zip(range(0, -n, -1), rest)]
    if not heap:
        return heap
    heapify(heap)
    worst = heap[0][0]
    order = -n
    for item in rest:
        k = item if key is None else key(item)
        if worst < k:
            heapreplace(heap, (k, order, item))
            worst = heap[0][0]
            order -= 1
    heap.sort(reverse=True)
    return [item for _, _, item in heap]
