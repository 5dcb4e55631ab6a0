print "hello"
try:
    pass
except ValueError, e:
    pass
raise ValueError, "no"
x = 0777
if x <> 1:
    pass
