class Other:
    def __rsub__(self, other):
        return "rsub"

    def __ror__(self, other):
        return "ror"

    def __rand__(self, other):
        return "rand"

    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"

    def __eq__(self, other):
        return "eq"

    def __gt__(self, other):
        return "gt"


o = Other()
print({1} - o, {1} | o, {1} & o, [1] + o, (1,) + o, [1] * o, {} | o, {}.keys() - o if False else "", [1] == o, {1} < o, [1] < o, {} == o, range(3) == o)
