for thing in (ValueError, ValueError("text"), KeyboardInterrupt, SystemExit(3)):
    try:
        raise thing
    except BaseException as e:
        print(repr(e))
for thing in (5, "text", int, None):
    try:
        raise thing
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    except "text":
        pass
except TypeError as e:
    print(e)
