class = 3
def if():
    pass
print(lambda)
f(from=1)
x.import
