for spec in ["e", "f", "g", "%", "E", "F", "G", ".2f", ".0f", ".3e", "10.1f", ",.2f", "+.1%", "_.3f", "#.0f", "012.3f"]:
    print(repr(spec), *[format(v, spec) for v in (0, 1, -7, 123456, 10**15, True)], sep="|")
try:
    format(10**400, "f")
except OverflowError as e:
    print(e)
