class C:
    def __init__(self):
        self.a = 1


c = C()
for f in (lambda: c.b, lambda: C.b, lambda: (5).x, lambda: "a".foo, lambda: None.x, lambda: [].push, lambda: C().a.b,
          lambda: len.x, lambda: f.nothing, lambda: setattr(5, "x", 1), lambda: setattr("s", "upper", 1),
          lambda: delattr(c, "zz"), lambda: getattr(c, 5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
