a = "name"
b = "na" + "me"
print(a == b, a[:0] is b[:0], a[0] is b[0], chr(110) is a[0])
s = "hello"
print(s[:] is s, str(s) is s, s.strip() is s, s + "" is s, s.replace("z", "y") is s, "".join([s]) is s, s.center(2) is s, format(s) is s, f"{s}" is s)
import sys
print(sys.intern("q" * 3) is sys.intern("qqq"))
