# Neither a handler nor a context manager sees the end.
class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("left")
        return True

while True:
    try:
        with Guard():
            while True:
                pass
    except BaseException:
        print("caught")
    finally:
        print("finally")
