class Color:
    RED = 1
    BLUE = 2


def f(x):
    match x:
        case Color.RED:
            return "red"
        case Color.BLUE:
            return "blue"
        case int() as n if n > 100:
            return f"big {n}"
        case (1 | 2 | 3 as digit, [*_] as tail):
            return f"{digit} and {tail}"
        case {"a": (1 | 2) as v}:
            return f"v={v}"
        case n:
            return f"captured {n}"


for x in (1, 2, 500, 50, (3, [1]), {"a": 2}, {"a": 3}, "s"):
    print(f(x))
match = 5
case = match
print(match, case)
match (1, 2):
    case a, b:
        print(a + b)
match 1, 2:
    case 1, x: print("tuple subject", x)
