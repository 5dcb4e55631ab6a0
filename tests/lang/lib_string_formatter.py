from string import Formatter


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


f = Formatter()
print(f.format("{} {1} {x!r:>5}" if False else "{0} {1} {x!r:>5}", 1, "b", x="q"), f.format("{} {}", 1, 2), f.format("{0[1]} {1.real:03d}", [1, 2], 5), f.vformat("{a}", (), {"a": 1}))
print(list(f.parse("a{b!r:>{w}}c{{x}}")))
class Default(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)
    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)
print(Default().format("{x} {y} {z!u}", x=1, z="loud"))
check(lambda: f.format("{} {0}", 1), lambda: f.format("{", 1), lambda: f.format("}", 1), lambda: f.format("{0!z}", 1), lambda: f.format("{x}"), lambda: f.format("{5}", 1))
