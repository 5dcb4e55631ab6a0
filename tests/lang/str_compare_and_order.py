print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "abcd", "" < "a", "é" > "z", "Z" < "a", "\U0001F355" > "\uffff")
print(sorted(["b", "A", "a", "é", "B", "_", "1"]), max("hello"), min("hello"), "10" < "9")
