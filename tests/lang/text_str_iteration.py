it = iter("aé日")
print(next(it), list(it), list(it), type(iter("a")).__name__ != "", [c for c in ""], dict.fromkeys("aab"), set("aab") == {"a", "b"}, tuple("ab"), list(enumerate("ab")), list(zip("ab", "cd")))
a, b, *c = "hello"
print(a, b, c, *"xyz", sorted("hello"), max("hello"), min("hello"), sum(map(ord, "abc")), any("abc"), all(""), list(reversed("abc")), list(map(str.upper, "ab")))
try:
    a, b = "abc"
except ValueError as e:
    print(e)
try:
    a, b = "a"
except ValueError as e:
    print(e)
