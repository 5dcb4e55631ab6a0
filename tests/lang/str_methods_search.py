s = "the chef and the oven"
print(s.find("the"), s.find("the", 1), s.rfind("the"), s.find("x"), s.index("chef"), s.rindex("e"), s.count("the"), s.count(""))
print(s.find("the", 5, 10), s.find("", 5), s.find("", 50), "aaa".count("aa"), s.startswith("the"), s.endswith(("oven", "x")))
print(s.startswith("chef", 4), s.startswith(("a", "t")), "".startswith(""), s.endswith("and", 0, 12), s.rfind("", 0, 5))
