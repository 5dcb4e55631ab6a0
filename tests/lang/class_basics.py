class Dog:
    kind = "dog"

    def __init__(self, name):
        self.name = name

    def speak(self, times=1):
        return f"{self.name} says " + "woof " * times


d = Dog("Rex")
e = Dog("Fido")
print(d.speak(2), e.speak(), Dog.speak(d), d.kind, Dog.kind)
e.kind = "puppy"
print(d.kind, e.kind, vars(d), vars(e))
Dog.kind = "hound"
print(d.kind, e.kind)
print(type(d) is Dog, isinstance(d, Dog), isinstance(d, object), d.__class__.__name__)
