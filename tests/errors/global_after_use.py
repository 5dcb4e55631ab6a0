count = 0

def more():
    count = 1
    global count

def other():
    print(count)
    global count

def outer():
    nonlocal count
