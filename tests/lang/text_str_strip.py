print(repr("  a b \t\n".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), repr("xxaxbxx".strip("x")))
print(repr("abcba".strip("ab")), repr("abc".lstrip("cba")), repr("".strip()), repr("   ".strip()), repr("a".strip("")))
print(repr("\u2003\xa0a\u3000".strip()), repr("éaé".strip("é")), repr("…x…".rstrip("…")), repr("a".strip(None)))
print(repr("\x1c\x1d\x1e\x1f a \x85".strip()), repr("\u200ba\u200b".strip()), repr("www.example.com".strip("cmowz.")))
