class ByIter:
    def __iter__(self):
        return iter([1, 2, 3])


class ByItem:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


class Own:
    def __contains__(self, x):
        return "yes" if x else ""


print(2 in ByIter(), 5 in ByIter(), 20 in ByItem(), 21 in ByItem(), 1 in Own(), 0 not in Own())
try:
    1 in object()
except TypeError as error:
    print(error)
