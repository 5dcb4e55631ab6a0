counter = 1
try:
    print(countre)
except ValueError:
    pass
