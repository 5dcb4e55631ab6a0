import string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("the quick  brown"), string.capwords("a-b-c", "-"), string.ascii_lowercase[::5])
