print("TestHook".removeprefix("Test"), "BaseTestCase".removeprefix("Test"), "x".removeprefix(""), "aa".removeprefix("a"))
print("MiscTests".removesuffix("Tests"), "TmpDirMixin".removesuffix("Tests"), "x".removesuffix(""), "x".removesuffix("xx"))
print(repr("abc".removeprefix("abc")), repr("abc".removesuffix("abc")), "été".removeprefix("é"), "été".removesuffix("é"))
