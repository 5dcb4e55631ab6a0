class Squares:
    def __getitem__(self, i):
        print("item", i)
        if i >= 4:
            raise IndexError(i)
        return i * i


print(list(Squares()))
print(9 in Squares(), max(Squares()))
for x in Squares():
    if x > 1:
        break
