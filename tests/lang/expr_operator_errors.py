import operator
for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (2,), lambda: "a" * "b", lambda: "a" - "b", lambda: {} + {},
          lambda: None < 1, lambda: [1] < 1, lambda: 1 < "a", lambda: -"a", lambda: ~1.5, lambda: 1.0 << 1,
          lambda: 3 @ 4, lambda: 1 in 5, lambda: "a" % 1, lambda: 5 % "a", lambda: object() + 1, lambda: 1 ** "a",
          lambda: +[], lambda: {1} | [2], lambda: 2 in "abc"):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
