print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((-1, -2)), hash((0,) * 5), hash((True, 1.0)), hash((2 ** 100, -2 ** 70)))
print(hash((1.5, 2.25)), hash(tuple(range(50))), hash((1, 2)) == hash((1.0, 2.0)), (1, 2) == (1.0, 2.0))
print({(1, 2): "a"}[(1.0, True + 1)])
for i in range(20):
    print(hash((i, i * i, -i)), hash((i, (i,))), hash((i / 7, i)))
try:
    hash((1, [2]))
except TypeError as e:
    print(e)
try:
    {(1, {}): 2}
except TypeError as e:
    print(e)
