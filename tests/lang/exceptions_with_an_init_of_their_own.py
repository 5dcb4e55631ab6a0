class A(OSError):
    def __init__(self, a, b):
        super().__init__(b, a)
class B(Exception): pass
class C(B, OSError):
    def __init__(self, key, err):
        self.key = key
        super().__init__(err.errno, err.strerror)
a = A('text', 2); print(a.errno, a.strerror, a.args, a, repr(a))
c = C('k', OSError(3, 'why')); print(c.errno, c.strerror, c.args, c)
class D(OSError): pass
d = D(1, 'x'); print(d.errno, d.strerror, d.args, d, type(d))
d = D(2, 'x', 'f'); print(d.errno, d.filename, d.args, d, type(d))
class E(OSError):
    def __init__(self, *a): pass
e = E(2, 'n'); print(e.errno, e.strerror, e.args, repr(str(e)))
class F(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, *a): pass
e = F(2, 'n'); print(e.errno, e.strerror, e.args, repr(str(e)))
o = OSError(2, 'n'); print(type(o)); o.__init__(5, 'm'); print(o.errno, o.args)
class S(SystemExit):
    def __init__(self, a, b): super().__init__(a + b)
s = S(1, 2); print(s.code, s.args)
class T(TimeoutError):
    def __init__(self, host, port): self.host = host; super().__init__(f'{host}:{port} is slow')
t = T('h', 3); print(t, t.args, repr(t), t.errno)
class U(ConnectionError):
    def __init__(self, n): self.n = n
u = U(3); print(repr(u), str(u), u.args)
class Missing(ImportError):
    def __init__(self, m): super().__init__(m + '!')
print(Missing('m').msg, Missing('m').args)
class W(StopIteration):
    def __init__(self, a, b): super().__init__(b)
print(W(1, 2).value, W(1, 2).args)
class X(ValueError):
    def __init__(self, a): pass
print(X(1).args, repr(X(1)))
class S2(SystemExit):
    def __init__(self, a): pass
print(S2(4).code, S2(4).args)
print(SystemExit(1, 2).code, SystemExit().code, ImportError('a').msg, ImportError('a', 'b').msg)
