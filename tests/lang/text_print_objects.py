class A:
    def __str__(self):
        print("(inside)", end="")
        return "A"
class B:
    def __str__(self):
        raise ValueError("no str")
class C:
    def __str__(self):
        return 3
class D:
    def __repr__(self):
        return "D-repr"
print("x", A(), "y")
print(A(), A(), sep="|", end=".\n")
for bad in (B(), C()):
    try:
        print("before", bad, "after")
    except Exception as e:
        print("<-", type(e).__name__, e)
print(D(), [D()], (D(),))
