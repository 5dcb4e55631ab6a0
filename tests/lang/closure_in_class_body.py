def make(tag):
    class Tagged:
        label = tag
        names = [tag + c for c in "xy"]

        def show(self):
            return tag + self.label

        @staticmethod
        def later():
            return tag
    tag = tag.upper()
    return Tagged


T = make("a")
print(T.label, T.names, T().show(), T.later(), T.__qualname__)
