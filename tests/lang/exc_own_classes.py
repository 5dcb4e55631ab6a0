class AppError(Exception):
    pass


class Detailed(AppError):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class WithInit(Exception):
    def __init__(self, a, b):
        self.a = a


for e in (AppError(), AppError("one"), AppError("one", 2), Detailed(4, "text"), WithInit(1, 2)):
    try:
        raise e
    except AppError as x:
        print("app", str(x), repr(x), x.args)
    except Exception as x:
        print("other", str(x), repr(x), x.args)
