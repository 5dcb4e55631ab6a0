class Odd(int):
    def __int__(self): return 100
    def __float__(self): return 1.5
    def __index__(self): return 7
    def __bool__(self): return False
    def __abs__(self): return "abs"
    def __neg__(self): return "neg"
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, other, mod=None): return ("pow", other, mod)
    def __rpow__(self, other): return ("rpow", other)
    def __eq__(self, other): return "eq"
    def __hash__(self): return 42
    def __lt__(self, other): return int.__gt__(self, other)
o = Odd(3)
print(int(o), float(o), bool(o), abs(o), -o, round(o), round(o, 2), divmod(o, 2), divmod(2, o), pow(o, 2), pow(o, 2, 5), pow(2, o), o == 9, hash(o), o < 2, 2 > o, hex(o), [0, 1, 2, 3][o], sorted([Odd(1), Odd(3), Odd(2)]))
