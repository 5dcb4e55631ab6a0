n = 3
while n:
    print(n)
    n -= 1
else:
    print("ended by its condition")
while True:
    break
else:
    print("never: it was broken")
