class Outer:
    class Inner:
        def f(self):
            return type(self).__qualname__

    def make(self):
        class Local(Outer.Inner):
            pass

        return Local()


print(Outer.Inner().f(), Outer().make().f(), Outer.Inner, type(Outer().make()))
