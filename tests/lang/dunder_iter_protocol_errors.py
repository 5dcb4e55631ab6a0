class NotIterator:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return self


for thing in (NotIterator(), NoNext(), object()):
    for use in (list, iter, lambda t: [*t], lambda t: max(t)):
        try:
            use(thing)
        except TypeError as error:
            print(error)
