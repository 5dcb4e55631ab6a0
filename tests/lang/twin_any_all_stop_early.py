def numbers():
    for i in range(5):
        print("asked", i)
        yield i


print(any(n == 2 for n in numbers()))
print(all(n < 2 for n in numbers()))
print(next((n for n in numbers() if n > 0), None), max(numbers(), key=lambda n: -n), min((n for n in [] ), default=7))
