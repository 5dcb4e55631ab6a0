def load():
    return int("many")


def start():
    try:
        load()
    except ValueError as e:
        raise RuntimeError("cannot start") from e


try:
    start()
finally:
    print("cleaned")
