def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


import io
f = io.StringIO()
print(f.write("hello\n"), f.write("wörld"), f.tell(), repr(f.getvalue()), f.seek(0), repr(f.read(3)), repr(f.readline()), repr(f.read()), repr(f.read()), f.closed)
f.seek(2)
f.write("XX")
print(repr(f.getvalue()), f.tell())
f.seek(0, 2)
f.write("end\nlast")
f.seek(0)
print(list(f), f.seek(0), f.readlines(), f.readable(), f.writable(), f.seekable(), f.isatty())
g = io.StringIO("one\ntwo\nthree")
print([line for line in g], repr(g.read()), g.seek(4), repr(g.readline(2)), repr(g.readline(-1)), g.truncate(3), repr(g.getvalue()))
g.seek(6)
g.write("z")
print(repr(g.getvalue()))
g.writelines(["a", "b"])
print(repr(g.getvalue()), next(io.StringIO("x\ny")))
with io.StringIO("ctx") as h:
    print(h.read())
print(h.closed, io.StringIO(None).getvalue() == "", io.StringIO(initial_value="q").read())
check(
    lambda: h.read(),
    lambda: h.write("x"),
    lambda: h.getvalue(),
    lambda: io.StringIO(1),
    lambda: io.StringIO().write(b"x"),
    lambda: io.StringIO().write(None),
    lambda: io.StringIO("a").seek(-1),
    lambda: io.StringIO("a").seek(1, 1),
    lambda: io.StringIO("a").seek(0, 5),
    lambda: io.StringIO("abc").read("x"),
    lambda: next(io.StringIO("")),
    lambda: io.StringIO("abc").read(None),
)
s = ""
b = io.StringIO()
for i in range(3000):
    print(i, file=b)
print(len(b.getvalue()))
