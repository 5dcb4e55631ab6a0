def f():
    print(max(1, 2)
    return 3

numbers = [
    1,
    2

for n in numbers:
    print(n)
