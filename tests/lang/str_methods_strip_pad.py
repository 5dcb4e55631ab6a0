print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxaxx".strip("x"), "abcba".strip("ab"), "xyz".lstrip("yx"))
print("a".center(5, "*"), "ab".center(5), "a".ljust(3, ".") + "|", "a".rjust(3) + "|", "42".zfill(5), "-42".zfill(6), "+1".zfill(4), "abc".center(2))
print("a\tb\tcc\td".expandtabs(4), "a\tb".expandtabs(), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("y"))
