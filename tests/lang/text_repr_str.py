for s in ["plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "nl\n", "cr\r", "back\\slash", "\x00\x01\x1f\x7f", "\x80\x9f\xa0\xad", "é", "日本", "😀", "\u200b", "\u2028", "\ud800", "\U000e0001", "\ue000", "\x1b[0m", "", "\u0301", "\u3000"]:
    print(repr(s), ascii(s), len(repr(s)))
print([s for s in ["a'b", 'c"d']], {"k'": 'v"'}, ("x\n",))
