def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(repr("a\tb".expandtabs()), repr("a\tb".expandtabs(4)), repr("abcd\tb".expandtabs(4)), repr("\t\t".expandtabs(2)))
print(repr("a\tb\nc\td".expandtabs(4)), repr("a\tb\rcc\td".expandtabs(4)), repr("a\tb".expandtabs(0)), repr("a\tb".expandtabs(-1)), repr("é\tb".expandtabs(tabsize=3)))
check(lambda: "a".expandtabs("x"), lambda: "a\t".expandtabs(2**40))
