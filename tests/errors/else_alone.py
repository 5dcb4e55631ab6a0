x = 1
for i in range(3):
    print(i)
print(x)
else:
    print("no")
