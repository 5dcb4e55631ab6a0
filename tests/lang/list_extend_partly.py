# What a generator gave before it failed is in the list.
def source():
    yield 1
    yield 2
    raise ValueError("no more")


a = [0]
try:
    a.extend(source())
except ValueError as e:
    print(a, e)
try:
    a += source()
except ValueError as e:
    print(a, e)
a.extend(a)
print(a)
a += (x for x in "ab")
a.extend({"k": 1, "l": 2})
a.extend(range(3))
a.extend("é")
print(a)
try:
    a.extend(5)
except TypeError as e:
    print(e)
try:
    a += None
except TypeError as e:
    print(e)
