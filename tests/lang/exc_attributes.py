try:
    {}["k"]
except KeyError as e:
    print(e.args, str(e), repr(e))
try:
    [].x
except AttributeError as e:
    print(e.name, e.obj)
try:
    undefined_name
except NameError as e:
    print(e.name)
try:
    raise StopIteration(5)
except StopIteration as e:
    print(e.value)
e = OSError(2, "text", "file")
print(e.errno, e.strerror, e.filename, e, type(e).__name__)
print(Exception(1, 2), Exception((1, 2)), repr(Exception("a'b")), Exception(None))
e = ValueError("x")
e.extra = 5
e.add_note("note one")
print(e.extra, e.__notes__, e.__traceback__, e.with_traceback(None) is e)
