for spec in ("", "d", "5", "05", "+", " ", "-", ",", "_", "x", "X", "#x", "o", "#o", "b", "#b", "#010x", "e", ".2f", "g", "%", "c", "n", ">8", "<8|", "^8", "=+8", "*^9,", "0>6", "_x", ",.1f"):
    try:
        print(spec, f"{1234:{spec}}", f"{-77:{spec}}" if spec != "c" else "")
    except ValueError as e:
        print(spec, e)
