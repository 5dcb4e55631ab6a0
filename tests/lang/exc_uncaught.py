def inner(x):
    return x["missing"]


print("before")
inner({})
print("never")
