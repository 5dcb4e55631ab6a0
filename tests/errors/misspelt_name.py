total = 3
print(totl)
pritn("x")
for i in rnage(3):
    pass
