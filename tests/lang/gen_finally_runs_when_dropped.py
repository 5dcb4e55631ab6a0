def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for x in g():
    print(x)
    break
it = g()
next(it)
it.close()
print("end")
