def named(name):
    print("making", name)

    def decorate(function):
        print("applying", name, "to", function.__name__)

        def wrapper(*args):
            print("enter", name)
            result = function(*args)
            print("leave", name)
            return result
        return wrapper
    return decorate


@named("outer")
@named("middle")
@named("inner")
def work(x):
    print("work", x)
    return x * 2


print(work(21))
print(work.__name__)
