import io
import sys
out = io.StringIO()
print("a", 1, file=out)
print("b", file=out, end="")
print(repr(out.getvalue()))
class Writer:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.parts.append("<flush>")
w = Writer()
print("x", 2, sep="-", file=w, flush=True)
print(file=w)
print(w.parts)
class E(Exception):
    pass
class S:
    def __str__(self):
        return "S!"
print(S(), S(), file=out)
print(repr(out.getvalue()))
print("to stdout", file=sys.stdout)
print("not seen", file=sys.stderr)
print("none means stdout", file=None)
sys.stdout.write("written\n")
sys.stdout.writelines(["l1\n", "l2\n"])
old = sys.stdout
sys.stdout = io.StringIO()
print("captured")
text = sys.stdout.getvalue()
sys.stdout = old
print("got", repr(text))
sys.stdout = w
print("w", end="")
sys.stdout = None
print("lost")
sys.stdout = old
print(w.parts)
try:
    sys.stdout.write(5)
except TypeError as e:
    print(e)
from contextlib import redirect_stdout
buf = io.StringIO()
with redirect_stdout(buf):
    print("inside", S())
print(repr(buf.getvalue()))
