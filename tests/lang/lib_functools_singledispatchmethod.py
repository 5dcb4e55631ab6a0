from functools import singledispatchmethod

class Printer:
    @singledispatchmethod
    def show(self, x):
        return "plain"
    @show.register
    def _(self, x: int):
        return f"int {x}"
    @show.register
    @classmethod
    def _c(cls, x: str):
        return f"{cls.__name__} {x}"

print(Printer().show(1), Printer().show("a"), Printer().show([]), Printer.show("b"))
