class Show:
    def __getitem__(self, key):
        return key


s = Show()
print(s[1:2], s[::3], s[1:2, 3], s[...], s[-1], s["a":"b"])
x = slice(2, 10, 3)
print(x.start, x.stop, x.step, x.indices(7), slice(5), slice(1, 2) == slice(1, 2))
