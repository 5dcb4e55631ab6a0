# The sort of sort.c for elements that Python must compare: the same comparisons in the same
# order, which is CPython's.

_MIN_GALLOP = 7


class _Sort:
    def __init__(self, keys, values):
        self.keys = keys
        self.values = values  # or None: the keys themselves are sorted
        self.n = len(keys)
        self.pending = []     # runs: [start, length, power]
        self.min_gallop = _MIN_GALLOP

    def run(self):
        least = self.least_run()
        start = 0
        while start < self.n:
            left = self.n - start
            length = self.find_run(start, self.n)
            if length < least:
                filled = min(left, least)
                self.insert_rest(start, start + filled, start + length)
                length = filled
            self.push_run(start, length)
            start += length
        pending = self.pending
        while len(pending) > 1:
            i = len(pending) - 2
            if i > 0 and pending[i - 1][1] < pending[i + 1][1]:
                i -= 1
            self.merge_at(i)

    def least_run(self):
        n, odd = self.n, 0
        while n >= 64:
            odd |= n & 1
            n >>= 1
        return n + odd

    def find_run(self, start, end):
        keys = self.keys
        if start + 1 == end:
            return 1
        falling = True if keys[start + 1] < keys[start] else False
        i = start + 2
        while i < end and (True if keys[i] < keys[i - 1] else False) == falling:
            i += 1
        if falling:
            keys[start:i] = keys[start:i][::-1]
            if self.values is not None:
                self.values[start:i] = self.values[start:i][::-1]
        return i - start

    def insert_rest(self, start, end, i):
        keys, values = self.keys, self.values
        while i < end:
            low, high, pivot = start, i, keys[i]
            while low < high:
                middle = low + ((high - low) >> 1)
                if pivot < keys[middle]:
                    high = middle
                else:
                    low = middle + 1
            keys.insert(low, keys.pop(i))
            if values is not None:
                values.insert(low, values.pop(i))
            i += 1

    def power_of(self, start, n1, n2):
        a = 2 * start + n1
        b = a + n1 + n2
        power = 1
        while True:
            if a >= self.n:
                a -= self.n
                b -= self.n
            elif b >= self.n:
                return power
            a <<= 1
            b <<= 1
            power += 1

    def push_run(self, start, length):
        pending = self.pending
        if pending:
            power = self.power_of(pending[-1][0], pending[-1][1], length)
            while len(pending) > 1 and pending[-2][2] > power:
                self.merge_at(len(pending) - 2)
            pending[-1][2] = power
        pending.append([start, length, 0])

    def merge_at(self, i):
        keys, pending = self.keys, self.pending
        a, na, _ = pending[i]
        b, nb, _ = pending[i + 1]
        pending[i][1] = na + nb
        del pending[i + 1]
        k = _gallop_right(keys[b], keys, a, na, 0)
        a += k
        na -= k
        if na == 0:
            return
        nb = _gallop_left(keys[a + na - 1], keys, b, nb, nb - 1)
        if nb == 0:
            return
        if na <= nb:
            self.merge_low(a, na, b, nb)
        else:
            self.merge_high(a, na, b, nb)

    # Merges write their result into lists of their own; `order` holds, in front-to-back order,
    # the place that each element had. Whatever __lt__ does, nothing is lost.
    def merge_low(self, a, na, b, nb):
        keys = self.keys
        order = [b]
        end_a, end_b = a + na, b + nb
        start = a
        b += 1
        try:
            if na == 1:
                order.extend(range(b, end_b))
            elif b < end_b:
                self.merge_low_rest(keys, order, a, end_a, b, end_b)
        finally:
            self.settle(start, end_b, order, False)

    def merge_low_rest(self, keys, order, a, end_a, b, end_b):
        min_gallop = self.min_gallop
        while True:
            in_a = in_b = 0
            while in_a < min_gallop and in_b < min_gallop:
                if keys[b] < keys[a]:
                    order.append(b)
                    b += 1
                    in_b += 1
                    in_a = 0
                    if b == end_b:
                        return
                else:
                    order.append(a)
                    a += 1
                    in_a += 1
                    in_b = 0
                    if a == end_a - 1:
                        order.extend(range(b, end_b))
                        return
            min_gallop += 1
            while True:
                if min_gallop > 1:
                    min_gallop -= 1
                self.min_gallop = min_gallop
                in_a = _gallop_right(keys[b], keys, a, end_a - a, 0)
                order.extend(range(a, a + in_a))
                a += in_a
                if in_a and a == end_a - 1:
                    order.extend(range(b, end_b))
                    return
                if a == end_a:
                    return
                order.append(b)
                b += 1
                if b == end_b:
                    return
                in_b = _gallop_left(keys[a], keys, b, end_b - b, 0)
                order.extend(range(b, b + in_b))
                b += in_b
                if b == end_b:
                    return
                order.append(a)
                a += 1
                if a == end_a - 1:
                    order.extend(range(b, end_b))
                    return
                if in_a < _MIN_GALLOP and in_b < _MIN_GALLOP:
                    break
            min_gallop += 1
            self.min_gallop = min_gallop

    def merge_high(self, a, na, b, nb):
        keys = self.keys
        last_a, last_b = a + na - 1, b + nb - 1
        order = [last_a]  # from the back
        try:
            if na > 1 and nb > 1:
                self.merge_high_rest(keys, order, a, last_a - 1, b, last_b)
            elif na > 1:
                order.extend(range(last_a - 1, a - 1, -1))
        finally:
            self.settle(a, b + nb, order, True)

    def merge_high_rest(self, keys, order, first_a, a, first_b, b):
        min_gallop = self.min_gallop
        while True:
            in_a = in_b = 0
            while in_a < min_gallop and in_b < min_gallop:
                if keys[b] < keys[a]:
                    order.append(a)
                    a -= 1
                    in_a += 1
                    in_b = 0
                    if a < first_a:
                        return
                else:
                    order.append(b)
                    b -= 1
                    in_b += 1
                    in_a = 0
                    if b == first_b:
                        order.extend(range(a, first_a - 1, -1))
                        return
            min_gallop += 1
            while True:
                if min_gallop > 1:
                    min_gallop -= 1
                self.min_gallop = min_gallop
                n = a - first_a + 1
                in_a = n - _gallop_right(keys[b], keys, first_a, n, n - 1)
                order.extend(range(a, a - in_a, -1))
                a -= in_a
                if a < first_a:
                    return
                order.append(b)
                b -= 1
                if b == first_b:
                    order.extend(range(a, first_a - 1, -1))
                    return
                n = b - first_b + 1
                in_b = n - _gallop_left(keys[a], keys, first_b, n, n - 1)
                order.extend(range(b, b - in_b, -1))
                b -= in_b
                if in_b and b == first_b:
                    order.extend(range(a, first_a - 1, -1))
                    return
                if b < first_b:
                    return
                order.append(a)
                a -= 1
                if a < first_a:
                    return
                if in_a < _MIN_GALLOP and in_b < _MIN_GALLOP:
                    break
            min_gallop += 1
            self.min_gallop = min_gallop

    # Puts [start, end) in the order that a merge found; what it did not come to follows (or,
    # from the back, precedes) as it was.
    def settle(self, start, end, order, from_back):
        taken = set(order)
        rest = [i for i in range(start, end) if i not in taken]
        order = rest + order[::-1] if from_back else order + rest
        keys, values = self.keys, self.values
        keys[start:end] = [keys[i] for i in order]
        if values is not None:
            values[start:end] = [values[i] for i in order]


# Where `key` belongs among keys[base : base + n], left of equal ones.
def _gallop_left(key, keys, base, n, hint):
    last, offset = 0, 1
    if keys[base + hint] < key:
        most = n - hint
        while offset < most and keys[base + hint + offset] < key:
            last, offset = offset, offset * 2 + 1
        low, high = hint + last + 1, hint + min(offset, most)
    else:
        most = hint + 1
        while offset < most and not keys[base + hint - offset] < key:
            last, offset = offset, offset * 2 + 1
        low, high = hint - min(offset, most) + 1, hint - last
    while low < high:
        middle = low + ((high - low) >> 1)
        if keys[base + middle] < key:
            low = middle + 1
        else:
            high = middle
    return high


# The same, right of equal ones.
def _gallop_right(key, keys, base, n, hint):
    last, offset = 0, 1
    if key < keys[base + hint]:
        most = hint + 1
        while offset < most and key < keys[base + hint - offset]:
            last, offset = offset, offset * 2 + 1
        low, high = hint - min(offset, most) + 1, hint - last
    else:
        most = n - hint
        while offset < most and not key < keys[base + hint + offset]:
            last, offset = offset, offset * 2 + 1
        low, high = hint + last + 1, hint + min(offset, most)
    while low < high:
        middle = low + ((high - low) >> 1)
        if key < keys[base + middle]:
            high = middle
        else:
            low = middle + 1
    return high


# Sorts `values` by `keys` (lists of the same length, or keys None) and gives them to `owner`,
# which was emptied for the time.
def sort_by(owner, values, keys, reverse):
    if keys is None:
        sort = _Sort(values, None)
    else:
        sort = _Sort(keys, values)
    try:
        if reverse:
            values.reverse()
            if keys is not None:
                keys.reverse()
        sort.run()
    except BaseException:
        if reverse:
            values.reverse()
        _list_give(owner, values)
        raise
    if reverse:
        values.reverse()
    if _list_give(owner, values):
        raise ValueError('list modified during sort')
    return owner


def sort_plain(owner, reverse):
    return sort_by(owner, _list_take(owner), None, reverse)


def sorted_of(iterable, key, reverse):
    values = list(iterable)
    values.sort(key=key, reverse=reverse)
    return values
