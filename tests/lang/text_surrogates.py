s = "a\ud800b\udfff"
print(len(s), ascii(s), s[1] == "\ud800", s.encode("utf-8", "surrogatepass"), [hex(ord(c)) for c in s], s == "a\ud800b\udfff", s.upper().encode("utf-16", "surrogatepass"), s.find("\udfff"), s.isprintable())
try:
    print("x" + s)
except UnicodeEncodeError as e:
    print(e)
try:
    print("first", s)
except UnicodeEncodeError as e:
    print(e.start, e.end, e.reason)
print("\ud83d" + "\ude00" == "\U0001f600", len("\ud83d\ude00"))
