def make():
    try:
        raise ValueError("first")
    except ValueError as e:
        return e


raise ExceptionGroup("several", [make(), TypeError("second")])
