def size(n):
    if n < 10:
        return "small"
    elif n < 100:
        return "medium"
    else:
        return "large"


for n in (3, 10, 99, 100):
    print(n, size(n))
if []:
    print("never")
elif "x":
    print("truth of a string")
