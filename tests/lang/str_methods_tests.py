for s in ("abc", "ABC", "Abc Def", "123", "12.5", "½", "²", "٣", "a1", "", " \t\n", "_x1", "1x", "é", "日本", "a b"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(),
          s.istitle(), s.isidentifier(), s.isascii(), s.isprintable())
