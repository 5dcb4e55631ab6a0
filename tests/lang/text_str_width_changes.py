# Texts are kept in 1, 2 or 4 bytes a character; no operation may show it.
pool = ["", "a", "ab", "é", "aé", "\xff", "\u0100", "a\u0161", "日本", "\uffff", "😀", "a😀é日"]
total = 0
for x in pool:
    for y in pool:
        s = x + y
        assert len(s) == len(x) + len(y)
        assert s.startswith(x) and s.endswith(y) and s[:len(x)] == x and s[len(x):] == y
        assert hash(s) == hash("".join([x, y])) and s == f"{x}{y}" == "%s%s" % (x, y) == "{}{}".format(x, y)
        assert (x in s) and (y in s) and s.replace(x, x) == s and s.encode().decode() == s
        assert s.split(y)[0] + y == x + y if y and y not in x else True
        assert s[::-1][::-1] == s and (s * 3)[len(s):2 * len(s)] == s and s.center(20)[(20 - len(s)) // 2:].strip() == s.strip()
        assert s.removeprefix(x) == y and s.removesuffix(y) == x and sorted(s) == sorted(list(s))
        assert s.find(y) <= len(x) and s.count("") == len(s) + 1 and (x < y) == ([*map(ord, x)] < [*map(ord, y)])
        total += sum(map(ord, s))
print(total)
