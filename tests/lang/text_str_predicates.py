samples = ["", "abc", "ABC", "Abc", "abc1", "123", "½", "²", "٣", "Ⅷ", " \t", "a b", "A B", "aB", "Aa Bb", "AA", "1A", "1a", "\n", "é", "É", "日", "_x", "x-y", "ǅ", "ªb", "\u200b", "class"]
for s in samples:
    print(ascii(s), s.isalnum(), s.isalpha(), s.isascii(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isidentifier(), s.islower(), s.isupper(), s.istitle(), s.isspace(), s.isprintable())
