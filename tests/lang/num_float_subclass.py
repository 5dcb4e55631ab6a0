class Celsius(float):
    def __new__(cls, value, place="here"):
        self = super().__new__(cls, value)
        self.place = place
        return self
    def __str__(self):
        return f"{float(self):.1f} C"
t = Celsius("21.55", "Paris")
print(t, repr(t), t.place, t + 1, t * 2, -t, round(t, 1), t > 20, hash(t) == hash(21.55), int(t), f"{t:.3f}", float(t), [t], type(t + 1).__name__, max(t, Celsius(30)), t == 21.55, t.is_integer())
