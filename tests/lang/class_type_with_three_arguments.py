def hello(self):
    return f"hello {self.name}"


C = type("C", (), {"name": "nobody", "hello": hello})
D = type("D", (C,), {"name": "d"})
print(C().hello(), D().hello(), D.__name__, D.__bases__, isinstance(D(), C), type(C), type(type))
