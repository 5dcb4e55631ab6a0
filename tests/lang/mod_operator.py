import operator
from operator import attrgetter, itemgetter, methodcaller
print(operator.add(1, 2), operator.mul(3, 4), operator.sub(5, 1), operator.truediv(1, 4), operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 5), operator.neg(3), operator.lt(1, 2), operator.eq(1, 1.0), operator.not_([]), operator.contains([1], 1), operator.getitem({"a": 1}, "a"), operator.and_(6, 3), operator.is_(None, None), operator.concat("a", "b"), operator.index(5), operator.countOf([1, 1], 1))
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter("k")({"k": 5}), methodcaller("upper")("x"), methodcaller("split", ",")("a,b"))


class C:
    class D:
        e = 7

    f = 1


print(attrgetter("f")(C), attrgetter("D.e")(C), attrgetter("f", "D.e")(C), sorted([("b", 1), ("a", 2)], key=itemgetter(1)))
