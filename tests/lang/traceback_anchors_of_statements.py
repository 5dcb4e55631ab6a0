import traceback
def a(): raise {}["x"]
def b(): return [][1]
def c():
    for x in [1, 2][3]: pass
def d():
    with {}["k"]: pass
def e(): assert [0][0]
def f(): del {}["q"]
def g():
    x = {}
    x["a"] += 1
def h(): raise (ValueError if 1 else 0)[0]
def i(): raise [1][0]
def j(): raise 1 + 2
def l(): (yield) + 1
def m(): await_ = not [][0]
def n(): return -[][0]
def o(): return "a" + 1 if 1 else 2
def p(): lambda_ = lambda: 1 / 0; lambda_()
def q(): x: int = 1 / 0
def r(): x = y = {}["z"]
def s(): a, b = 1 / 0, 2
def t(): raise ValueError from {}["z"]
def u(): raise [ValueError][0] from [3][0]
def v(): return 0 if 0 else {}[0]
def w(): print(f"{1/0}")
def x():
    while [][0]: pass
def y():
    if 1 < 2 > "a": pass
def z(): x = [1/i for i in (1, 0)]

# Without the folder, which is not the same everywhere.
for fn in (a,b,c,d,e,f,g,h,i,j,m,n,o,p,q,r,s,t,u,v,w,x,y,z):
    try: fn()
    except BaseException: print(traceback.format_exc(limit=-1).replace(__file__, "FILE"), end="")
