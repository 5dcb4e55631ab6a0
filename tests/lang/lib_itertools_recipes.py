from itertools import chain, combinations, count, cycle, filterfalse, groupby, islice, repeat, starmap, tee, zip_longest
import collections
import operator

def take(n, iterable):
    return list(islice(iterable, n))
def prepend(value, iterator):
    return chain([value], iterator)
def tabulate(function, start=0):
    return map(function, count(start))
def consume(iterator, n=None):
    if n is None:
        collections.deque(iterator, maxlen=0)
    else:
        next(islice(iterator, n, n), None)
def nth(iterable, n, default=None):
    return next(islice(iterable, n, None), default)
def all_equal(iterable):
    g = groupby(iterable)
    return next(g, True) and not next(g, False)
def quantify(iterable, pred=bool):
    return sum(map(pred, iterable))
def dotproduct(a, b):
    return sum(map(operator.mul, a, b))
def grouper(iterable, n, fillvalue=None):
    return zip_longest(*[iter(iterable)] * n, fillvalue=fillvalue)
def triplewise(iterable):
    for (a, _), (b, c) in zip(*[iter(zip(iterable, iterable[1:]))] * 2):
        yield a, b, c
def sliding_window(iterable, n):
    it = iter(iterable)
    window = collections.deque(islice(it, n), maxlen=n)
    if len(window) == n:
        yield tuple(window)
    for x in it:
        window.append(x)
        yield tuple(window)
def roundrobin(*iterables):
    left = len(iterables)
    nexts = cycle(iter(it).__next__ for it in iterables)
    while left:
        try:
            for n in nexts:
                yield n()
        except StopIteration:
            left -= 1
            nexts = cycle(islice(nexts, left))
def partition(pred, iterable):
    t1, t2 = tee(iterable)
    return filterfalse(pred, t1), filter(pred, t2)
def powerset(iterable):
    s = list(iterable)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def unique_everseen(iterable, key=None):
    seen = set()
    for element in iterable:
        k = element if key is None else key(element)
        if k not in seen:
            seen.add(k)
            yield element
print(take(3, count()), list(prepend(1, iter([2]))), take(3, tabulate(lambda x: x * x)), nth("abcd", 2), nth("ab", 5, "?"))
it = iter(range(10)); consume(it, 3); print(next(it)); consume(it); print(next(it, "end"))
print(all_equal("aaa"), all_equal("aab"), quantify([1, 0, 2]), dotproduct([1, 2], [3, 4]), list(grouper("abcde", 2, "-")))
print(list(triplewise("abcdefg")), list(sliding_window(range(5), 3)), list(roundrobin("abc", "d", "ef")))
print([list(x) for x in partition(lambda x: x % 2, range(6))], list(powerset([1, 2, 3])), list(unique_everseen("aAbB", str.lower)))
print(list(starmap(operator.add, zip("ab", repeat("x")))))
