class S:
    def __str__(self):
        print("str called")
        return "text"

    def __format__(self, spec):
        return f"formatted<{spec}>"


s = S()
print(str(s), f"{s}", f"{s:>8}", f"{s!s:>6}", "{}".format(s), "{:x}".format(s), "%s" % s, format(s, "q"), "%s and %s" % (s, 1))
print(s, s, sep="|")
print("a", end=str(s) + "\n")


class Child(str):
    def __str__(self):
        return "child str"

    def __repr__(self):
        return "child repr"


c = Child("value")
print(c, [c], c + "!", f"{c}", c.upper(), str(c), "%s" % c, "".join([c]), c == "value", {c: 1}["value"], len(c))
