def f(x):
    match x:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case (1, y):
            return f"one then {y}"
        case [a, b, *rest] if len(rest) == 1:
            return f"three {a} {b} {rest}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case _:
            return "not a sequence"


for x in ([], [5], (1, 2), [1, 2, 3], range(5), "text", b"by", {1, 2}, {"a": 1}, iter([1]), (7, 8)):
    print(x if not hasattr(x, "__next__") else "iterator", f(x))
