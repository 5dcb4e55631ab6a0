# How many of many code points each question says yes to, and where they are on average.
points = [*range(0x2000), *range(0x2000, 0x110000, 67)]
questions = [str.isalpha, str.isalnum, str.isdecimal, str.isdigit, str.isnumeric, str.islower, str.isupper, str.istitle,
             str.isspace, str.isprintable, str.isidentifier, str.isascii]
for q in questions:
    yes = [i for i in points if q(chr(i))]
    print(q.__name__, len(yes), sum(yes))
print(sum(i for i in points if ("a" + chr(i)).isidentifier()))
