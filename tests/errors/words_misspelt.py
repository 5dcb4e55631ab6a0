improt time
dfe f():
    retrun 1
whlie True:
    pass
esle:
    pass
For i in range(3):
    pass
