for f in (lambda: [1][1], lambda: (1,)[-2], lambda: "a"[5], lambda: {}["k"], lambda: [1]["a"], lambda: (1,)[1.5],
          lambda: "abc"[None], lambda: 5[0], lambda: None[0], lambda: range(3)[3], lambda: {1: 2}[[]], lambda: len[0]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
