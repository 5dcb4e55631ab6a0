print(“hello”)
name = ‘Ana’
print(« bonjour »)
x = 3 – 1
