x = "global"


def reads():
    return x


def writes():
    x = "local"
    return x


def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1


print(reads(), writes(), x)
unbound()


def missing():
    return nowhere


try:
    missing()
except NameError as e:
    print(e)
nowhere = "here now"
print(missing())
for loop_variable in range(3):
    inside = loop_variable
print(loop_variable, inside)
if False:
    never = 1
try:
    never
except NameError as e:
    print(e)
