calls = []


def index():
    calls.append("index")
    return 0


data = [10]
data[index()] += 5
print(data, calls)


class Box:
    n = 1


def box():
    calls.append("box")
    return Box


box().n += 1
print(Box.n, calls)
