from contextvars import ContextVar, copy_context, Token, Context


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


v = ContextVar("v")
w = ContextVar("w", default=3)
check(lambda: v.get(5), lambda: w.get(), lambda: w.get(4), lambda: v.name)
t = v.set(1)
check(lambda: v.get(), lambda: t.old_value, lambda: t.var is v, lambda: Token.MISSING, lambda: v.reset(5))
try:
    w.reset(t)
except ValueError as e:
    print("different ContextVar" in str(e))
v.reset(t)
try:
    v.get()
except LookupError:
    print("unset again")
try:
    v.reset(t)
except RuntimeError:
    print("once only")
v.set("outer")
ctx = copy_context()
def inside():
    print("inside", v.get())
    v.set("inner")
    return v.get()
print(ctx.run(inside), v.get(), ctx[v], ctx.get(w), v in ctx, w in ctx, len(ctx))
v.set("changed")
print(ctx[v], ctx.run(v.get), copy_context()[v])
check(lambda: Context().run(v.get, "none"), lambda: ctx.run(), lambda: ctx[w] if w in ctx else "no", lambda: 5 in ctx, lambda: ContextVar(), lambda: ContextVar(1), lambda: Token(), lambda: Context(1), lambda: ctx.run(max, 1, 2),
      lambda: ctx.run(lambda *a, **k: (a, k), 1, x=2), lambda: ctx == ctx.copy(), lambda: list(Context()))
try:
    ctx.run(lambda: ctx.run(print))
except RuntimeError as e:
    print("already entered" in str(e))
try:
    ctx.run(lambda: 1 / 0)
except ZeroDivisionError:
    print(v.get(), ctx.run(v.get))
