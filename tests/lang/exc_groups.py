def show(eg, depth=0):
    print(" " * depth + repr(eg) if not isinstance(eg, BaseExceptionGroup) else " " * depth + eg.message)
    for e in getattr(eg, "exceptions", ()):
        show(e, depth + 2)


eg = ExceptionGroup("all", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
print(eg, repr(eg)[:30], eg.message, len(eg.exceptions))
show(eg.subgroup(ValueError))
match, rest = eg.split(lambda e: isinstance(e, KeyError))
show(match)
show(rest)
print(eg.subgroup(OSError), eg.derive([OSError(5)]))
try:
    raise eg
except* ValueError as g:
    print("values", [str(e) for e in g.exceptions])
    show(g)
except* (TypeError, KeyError) as g:
    show(g)
try:
    try:
        raise ExceptionGroup("two", [ValueError(1), OSError("os")])
    except* ValueError:
        print("some handled")
except ExceptionGroup as g:
    show(g)
try:
    raise ValueError("alone")
except* ValueError as g:
    print(repr(g))
for args in (("m", []), ("m", [1]), (5, [ValueError()]), ("m",), ("m", [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*args)
    except Exception as e:
        print(type(e).__name__, e)
