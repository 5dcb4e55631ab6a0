def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class A:
    def __format__(self, spec):
        return f"<{spec}>"
class B:
    def __str__(self):
        return "B-str"
class C:
    def __format__(self, spec):
        return 5
class D(int):
    def __format__(self, spec):
        return "D:" + super().__format__(spec)
class E(int):
    def __str__(self):
        return "E-str"
class F(float):
    def __repr__(self):
        return "F-repr"
print(format(A(), "x"), format(A()), f"{A()}", f"{A():abc}", "{:q}".format(A()), format(B()), f"{B()}", f"{B()!s:>8}", format(D(5), "03"), f"{D(7)}", f"{E(3)}", f"{E(3):3}", f"{F(1.5)}", f"{F(1.5):.2f}")
print(format([1]), format(None), format(True), format((1, 2)), format({}), f"{[A()]!s}"[:2])
check(
    lambda: format([], "d"),
    lambda: format(None, "5"),
    lambda: format(object(), "d"),
    lambda: format(B(), "5"),
    lambda: format(C(), ""),
    lambda: f"{C()}",
    lambda: format((1,), "x"),
    lambda: format({}, "<5"),
    lambda: "{:5}".format([]),
    lambda: format(len, "x"),
    lambda: format(1, 2),
    lambda: (5).__format__(2),
    lambda: object().__format__("x"),
)
