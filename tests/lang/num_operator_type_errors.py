values = (1, 1.5, "a", b"a", [1], (1,), {1: 2}, {1}, None, len, int)
import operator
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, operator.matmul, operator.and_, operator.lshift, operator.lt):
    for a in values:
        for b in (1, "a", None, [2]):
            if op is operator.mod and isinstance(a, (str, bytes)):
                continue
            try:
                op(a, b)
            except TypeError as e:
                print(e)
