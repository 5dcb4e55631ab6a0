a = [3, 1, 2]


def key(x):
    print(a)
    return x


a.sort(key=key)
print(a)


def adding(x):
    a.append(9)
    return x


try:
    a.sort(key=adding)
except ValueError as e:
    print(e)
print(a)
