s = "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x1deight\x1enine\x85ten\u2028eleven\u2029twelve\n"
print(s.splitlines())
print(s.splitlines(True))
print("".splitlines(), "\n".splitlines(), "a".splitlines(), "a\n\nb".splitlines(), "a\n\nb\n".splitlines(keepends=True))
print("a\r\r\nb".splitlines(), "\x1f".splitlines(), "x\n".splitlines(0), "x\n".splitlines(2))
