def list_of(list):
    return [x for x in list]


len = lambda x: 42
print(len("abc"), list_of("ab"))
del len
print(len("abc"))
print(__name__, __doc__)
