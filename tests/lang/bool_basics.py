print(True + True, True * 5, sum([True, False, True]), True == 1, True is not 1 == 1, isinstance(True, int), bool("False"), bool(""), bool(0.0), bool([0]), bool(None))
print(True & False, True | False, True ^ True, ~True, not True, True and 5, False or "x", int(True), str(False), repr(True), f"{True}", f"{True:d}", hash(True), {True: "a", 1: "b"})
print([False, True][True], "yes" if True else "no", max(True, 2), True < 2, -True, True / 2, True // 1, bool(-1))
