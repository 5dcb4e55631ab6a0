print(end="", 1)
print(end="", end="")
print(x for x in y, 1)
print(**{}, *[])
