for s in ["", "a", "abc", "é", "日本", "😀", "ab" * 50, "\x00", "aé日😀"]:
    print(hash(s) == hash("".join(list(s))), hash(s) == hash(s[:1] + s[1:]), {s: 1}["".join(list(s))])
print(hash(""), len({"a", "a"[:], "".join(["a"])}))
