for s in ("plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "new\nline\ttab\r", "\x00\x1b\x7f", "é\u00ad", ""):
    print(repr(s), ascii(s), [s])
