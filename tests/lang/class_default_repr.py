class C:
    def method(self):
        pass


print(C, type(C), C.method.__name__, repr(C)[:9])
r = repr(C())
print(r.startswith("<__main__.C object at 0x"), repr(C().method).startswith("<bound method C.method of <__main__.C"))
print(int, type(None), len, print, [].append.__name__, str.upper, type(1.5), NotImplemented, ...)
print(repr(lambda: 0).startswith("<function <lambda> at 0x"), repr(C.method).startswith("<function C.method at 0x"))
