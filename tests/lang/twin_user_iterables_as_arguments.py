class Two:
    def __iter__(self):
        print("iter")
        return iter([2, 1])


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


for it in (Two(), Old()):
    print(list(it), tuple(it), sorted(it), sum(it), max(it), min(it), len(set(it)), list(zip(it, it)), list(enumerate(it)), list(map(str, it)), 10 in it, list(reversed(list(it))), any(it), all(it), ",".join(str(x) for x in it))
    a, b, *c = it
    print(a, b, c, [*it], dict.fromkeys(it))
