class Meters(int):
    unit = "m"
    def __repr__(self):
        return f"{int(self)} {self.unit}"
    def __add__(self, other):
        return Meters(int(self) + int(other))
a = Meters(5)
print(a, repr(a), a + 2, 2 + a, a * 2, type(a * 2).__name__, a == 5, hash(a) == hash(5), [10, 20, 30, 40, 50, 60][a], -a, isinstance(a, int), f"{a:03d}", str(a), int(a), float(a), {5: "five"}[a], Meters("12"), Meters(3.7), sum([Meters(1), Meters(2)]), divmod(a, 2), a.real, type(a.real).__name__)
