print(None, ..., NotImplemented, type(None), type(...), type(NotImplemented), None == None, None is None, bool(None), Ellipsis is ..., repr(None), str(...), [None], f"{None}", hash(None) == hash(None))
try:
    None + 1
except TypeError as e:
    print(e)
try:
    None()
except TypeError as e:
    print(e)
