def f(x):
    match x:
        case 0 | 1:
            return "bit"
        case -5:
            return "minus five"
        case 2.5:
            return "float"
        case "a" | 'b':
            return "letter"
        case b"raw":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "other"


for x in (0, 1, True, False, -5, 2.5, "a", "b", b"raw", None, "zz", 1.0, []):
    print(repr(x), f(x))
