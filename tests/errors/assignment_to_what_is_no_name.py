f() = 1
1 = x
x + 1 = 2
None = 3
(a, g()) = 4
for h() in []:
    pass
f() += 1
del f()
