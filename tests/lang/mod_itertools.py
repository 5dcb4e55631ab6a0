from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse,
                       groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)
import operator
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(islice(count(5), 3)), list(islice(count(1, 2.5), 3)), list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(islice("abcdef", 1, None, 2)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, 1, 0])), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(permutations("abc", 2)), list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)), list(pairwise("abcd")), list(zip_longest("ab", [1], fillvalue="-")), len(list(permutations(range(5)))))
for key, group in groupby(["apple", "avocado", "bean", "cherry", "corn"], key=lambda w: w[0]):
    print(key, list(group))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), [k for k, g in groupby("aabbca")])
