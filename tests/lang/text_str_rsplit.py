print("a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), "a b c".rsplit(), "".rsplit(), "".rsplit(","))
print("  a  b  c  ".rsplit(None, 1), "  a  b  c  ".rsplit(maxsplit=0), "a,b,c".rsplit(",", 0))
print("aaaa".rsplit("aa", 1), "aaaaa".rsplit("aa"), "x--y--z".rsplit("--", 1), "é,ü".rsplit(","))
