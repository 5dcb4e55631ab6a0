print("hello)
print('it is)
x = """
one
