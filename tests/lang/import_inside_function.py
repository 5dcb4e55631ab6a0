def hypotenuse(a, b):
    from math import sqrt as root
    return root(a * a + b * b)


print(hypotenuse(3, 4))
try:
    root
except NameError as error:
    print(error)
