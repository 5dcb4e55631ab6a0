for r in (range(10), range(1, 20, 4), range(20, 0, -3), range(0)):
    for i in (None, 0, 2, -2, 50, -50):
        for j in (None, 1, 4, -1, 50, -50):
            for k in (None, 2, -1, -3):
                s = r[i:j:k]
                print(s, list(s) == list(r)[i:j:k])
