def f(x):
    match x:
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": "point", "at": [x, y]}:
            return f"point {x},{y}"
        case {"kind": kind, **rest}:
            return f"{kind} with {rest}"
        case {}:
            return "some dict"
        case _:
            return "no dict"


for x in ({"kind": "circle", "r": 2, "more": 1}, {"kind": "point", "at": (1, 2)}, {"kind": "q", "z": 1}, {}, {1: 2}, []):
    print(f(x))
