print(str.__name__, "a".__class__, "abc".__len__(), "abc".__getitem__(1), "abc".__add__("d"), "ab".__mul__(2), "ab".__rmul__(2), "abc".__contains__("b"), "%d".__mod__(3), "x".__rmod__("%s"))
print("abc".__getnewargs__(), "a".__repr__(), "a".__str__(), "a".__format__(">3"), list("ab".__iter__()), "a".__le__("b"), "a".__ge__("b"), "a".__gt__("b"), str.upper("x"), str.__add__("a", "b"))
print(str.upper, str.__len__)
try:
    "abc".foo
except AttributeError as e:
    print(e)
try:
    "abc".foo = 1
except AttributeError as e:
    print(e)
try:
    str.foo = 1
except TypeError as e:
    print(e)
for bad in (lambda: str.upper(1), lambda: str.upper(), lambda: "a".upper(1), lambda: "a".join(), lambda: "a".strip("a", "b"), lambda: str.__len__(1), lambda: "abc".__mul__("a"), lambda: "abc".__add__(1)):
    try:
        bad()
    except TypeError as e:
        print(e)
