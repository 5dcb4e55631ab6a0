class Two:
    def __index__(self):
        print("index")
        return 2


a = list(range(6))
print(a[Two()], a[Two():], a[:Two()], a[::Two()])
a[Two()] = "x"
del a[Two():]
a.insert(Two(), "end")
print(a, a * Two(), a.pop(Two()))
print((1, 2, 3)[Two()], "abc"[Two()], range(5)[Two()], b"abc"[Two()])
print(list(range(Two())), list(range(0, 9, Two())))


class Wrong:
    def __index__(self):
        return "2"


try:
    a[Wrong()]
except TypeError as e:
    print(e)
