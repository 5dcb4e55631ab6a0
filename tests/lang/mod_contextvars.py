import contextvars
v = contextvars.ContextVar("v", default=0)
w = contextvars.ContextVar("w")
token = v.set(5)
print(v.get(), w.get("none"))
ctx = contextvars.copy_context()


def change():
    v.set(9)
    return v.get()


print(ctx.run(change), v.get(), ctx[v])
v.reset(token)
print(v.get())
try:
    w.get()
except LookupError as e:
    print(type(e).__name__)
