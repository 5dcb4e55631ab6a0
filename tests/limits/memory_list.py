# The end comes wherever the memory goes, and no handler can stop it.
print("begins")
kept = []
try:
    while True:
        kept.append([1, 2, 3])
except BaseException:
    print("caught")
finally:
    print("finally")
