x = 1
if x = 1:
    print("one")
while x = 2:
    break
if (x = 3):
    pass
