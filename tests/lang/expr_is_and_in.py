a = [1]
b = [1]
print(a is b, a is not b, a == b, None is None)
print(2 in (1, 2), "bc" in "abcd", "" in "", "x" not in {"x": 1}, 3 in range(0, 9, 3), 4 in range(0, 9, 3))
print(1.0 in [1], True in {1}, None in [0])
