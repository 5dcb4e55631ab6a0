for spec in ("", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "s", "-<6", "é>6", "0<6", "06", "=6", "+", ",", "d", "x", "10.3s"):
    try:
        print(spec, f"|{'abc':{spec}}|")
    except ValueError as e:
        print(spec, e)
