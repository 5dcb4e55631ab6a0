width, prec, fill = 10, 3, "*"
x = 3.14159
print(f"{x:{width}.{prec}}|{x:{fill}>{width}}|{x:{fill}{'^'}{width}.{prec}f}|{'a':{width}}|{x!r:>{width}}|{x!s:.{prec}}|{5:0{width}b}|{5:{'#x'}}")
print(f"{x=}", f"{x = }", f"{x=:.2f}", f"{x=!s}", f"{'q'=}", f"{x + 1=}", f"{width=:>5}", f"{{}}", f"{{{x}}}", f"{x:}", f"{''}", f"{'é'!a}", f"{'é'!r}")
class A:
    def __format__(self, s):
        return "fmt(" + s + ")"
    def __repr__(self):
        return "A()"
a = A()
print(f"{a:x{width}y}", f"{a}", f"{a!r}", f"{a=}", f"{a!r:>6}", f"{[a]}", f"{a!s}")
