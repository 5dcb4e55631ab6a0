import traceback


class Mine(Exception):
    def __str__(self):
        return "told by __str__"


for error in (ValueError("bad"), KeyError("k"), Mine(), ValueError(), OSError(2, "gone"),
              ExceptionGroup("g", [ValueError(1)])):
    print(traceback.format_exception_only(error))
noted = TypeError("x")
noted.add_note("first\nsecond")
noted.add_note("third")
print(traceback.format_exception_only(noted))
