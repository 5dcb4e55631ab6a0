from functools import partial
p = partial(print)
p.again = p
print(p.again is p)
q = partial(lambda *a: a, [1])
q.args[0].append(q)
print(repr(q).count("..."))
