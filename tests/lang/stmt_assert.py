assert True
assert 1, "not evaluated"
try:
    assert [] == [1], f"{1 + 1} things"
except AssertionError as e:
    print(repr(e))
try:
    assert not True
except AssertionError as e:
    print(repr(e), e.args)
