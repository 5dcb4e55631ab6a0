class Plain:
    pass


class OnlyEq:
    def __eq__(self, other):
        return True


class Both:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class Child(Both):
    def __eq__(self, other):
        return False


print(OnlyEq.__hash__, Child.__hash__, isinstance(hash(Plain()), int), hash(Both()))
for cls in (OnlyEq, Child):
    try:
        {cls(): 1}
    except TypeError as error:
        print(error)
print(len({Both(), Both()}))
