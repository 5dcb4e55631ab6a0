def f():
    pass


class C:
    pass


if True:
    pass
"a string that stands alone"
1 + 1
print(f(), C.__name__)
