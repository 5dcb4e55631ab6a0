import time

def first(
    return 1

def second()
    x = 5 +
    print "x"
    return x

if second() = 3:
    print('l'été')
else if first():
    y == (1, 2]

await_ = second())
