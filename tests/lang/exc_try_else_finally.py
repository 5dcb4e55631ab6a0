def f(kind):
    try:
        print("try", kind)
        if kind:
            raise kind("problem")
    except ValueError as e:
        print("value", e)
    except (KeyError, IndexError) as e:
        print("lookup", repr(e))
    else:
        print("else")
    finally:
        print("finally")


for kind in (None, ValueError, KeyError, IndexError):
    f(kind)
try:
    f(TypeError)
except TypeError as e:
    print("outside", e)
