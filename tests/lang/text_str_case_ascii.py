s = "".join(map(chr, range(128)))
print(repr(s.upper()), repr(s.lower()), repr(s.swapcase()), repr(s.title()), repr(s.capitalize()), s.casefold() == s.lower(), sep="\n")
