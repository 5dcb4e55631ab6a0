class Loud:
    existing = 1

    def __getattribute__(self, name):
        if name.startswith("hidden"):
            raise AttributeError(f"no {name}")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"made {name}"


x = Loud()
print(x.existing, x.other, x.hidden_thing, hasattr(x, "anything"))
x.other = 2
print(x.other, vars(x))
print(getattr(Loud, "other", "not on the class"))
