class Noisy:
    def __init__(self, n):
        self.n = n

    def method(self):
        return self.n


x = Noisy(1)
f = x.method
x = Noisy(2)
print(f(), x.method(), f.__self__.n, f.__func__ is Noisy.method, f == f.__self__.method)
