class OnlyEnter:
    def __enter__(self):
        return self


class OnlyExit:
    def __exit__(self, *args):
        pass


for thing in (OnlyEnter(), OnlyExit(), 5):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)
