kept = {}
for i in range(10**9):
    kept[i] = str(i)
