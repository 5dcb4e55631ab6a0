a = 012
b = 1__0
c = 3abc
d = 0b12
e = 0xg
