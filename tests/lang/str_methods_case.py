for s in ("hello World", "ÉCOLE straße", "a1b-c d'e", "", "ǅ ŉ ﬁ"):
    print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
