class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return isinstance(o, Key) and self.n % 10 == o.n % 10

    def __hash__(self):
        return hash(self.n % 10)


d = {Key(1): "one", Key(2): "two"}
d[Key(11)] = "eleven"
print(len(d), d[Key(21)], Key(32) in d, Key(3) in d, len({Key(5), Key(15), Key(6)}))
print([Key(1)].index(Key(31)), [Key(1), Key(2)].count(Key(12)), Key(4) in (Key(14),))
