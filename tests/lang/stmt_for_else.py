for wanted in (4, 7):
    for x in [1, 4, 9]:
        if x == wanted:
            print("found", x)
            break
    else:
        print("no", wanted)
