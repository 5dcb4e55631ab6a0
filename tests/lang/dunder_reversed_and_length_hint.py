class Backwards:
    def __reversed__(self):
        return iter("cba")


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 2


print("".join(reversed(Backwards())), list(reversed(Sequence())))
try:
    reversed({1, 2})
except TypeError as error:
    print(error)
import operator


class Hinted:
    def __length_hint__(self):
        return 7


print(operator.length_hint(Hinted()), operator.length_hint([1, 2]), operator.length_hint(5, 9))
