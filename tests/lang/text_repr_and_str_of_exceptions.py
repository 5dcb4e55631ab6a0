class MyError(Exception):
    pass
class Custom(Exception):
    def __init__(self, code):
        super().__init__("code " + str(code))
        self.code = code
class WithStr(ValueError):
    def __str__(self):
        return "custom str"
for e in [ValueError(), ValueError("x"), ValueError("x", 1), KeyError("k"), KeyError(), KeyError("a", "b"), MyError("m"), Custom(5), WithStr("y"), OSError(2, "No such file"), OSError(2, "No such file", "f.txt"), OSError("only"), FileNotFoundError(2, "gone", "x"), StopIteration(3), SystemExit(2), ImportError("imp"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), UnicodeEncodeError("ascii", "\xe9\xe8", 0, 2, "ordinal"), ExceptionGroup("g", [ValueError(1)]), ExceptionGroup("g", [ValueError(1), KeyError("a")]), AttributeError("a"), IndexError("i"), ZeroDivisionError("z"), Exception(None), Exception("it's"), Exception([1, "a"]), TimeoutError(), RecursionError("r")]:
    print(repr(e), "|", str(e), "|", f"{e}", "|", [e])
