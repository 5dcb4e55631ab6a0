import functools
import itertools
import operator

functools.reduce(operator.add, itertools.repeat(0))
