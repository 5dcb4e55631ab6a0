name = input("Who? ")
with open("file.txt") as f:
    print(f.read())
eval("1 + 1")
exec("x = 1")
z = 3j
