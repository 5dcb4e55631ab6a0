for x in f(*l for y in z):
    pass
with g({**l for y in z}):
    pass
while [*l for y in z]:
    pass
