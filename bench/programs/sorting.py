"""sort and sorted: plain, with key functions, of tuples, and two sorts by hand."""
from operator import itemgetter


def numbers(n):
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        yield x


def insertion_sort(items):
    for i in range(1, len(items)):
        x = items[i]
        j = i
        while j > 0 and items[j - 1] > x:
            items[j] = items[j - 1]
            j -= 1
        items[j] = x
    return items


def quick_sort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    return (quick_sort([x for x in items if x < pivot]) + [x for x in items if x == pivot]
            + quick_sort([x for x in items if x > pivot]))


data = list(numbers(60_000))
by_digit = sorted(data, key=lambda x: (x % 10, -x))
rows = sorted([(x % 100, str(x)) for x in data], key=itemgetter(1))
names = sorted(map(str, data), key=len, reverse=True)
assert quick_sort(data) == sorted(data)
assert insertion_sort(data[:1200]) == sorted(data[:1200])
print(by_digit[0], rows[0], names[0], sorted(data)[100])
