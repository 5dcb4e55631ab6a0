import traceback


def divide(a, b):
    return a / b


try:
    divide(1, 0)
except ZeroDivisionError:
    lines = traceback.format_exc().splitlines()
print(lines[0])
print([line.strip() for line in lines if "File" not in line])
