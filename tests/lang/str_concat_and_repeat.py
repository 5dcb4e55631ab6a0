s = ""
for i in range(20):
    s += chr(ord("a") + i)
    t = s
    t += "!"
print(s, t, "ab" * 3, 3 * "-", "x" * 0, "x" * -2, "a" "b" + "c")
u = s
u += "z"
s += "y"
print(u[-1], s[-1], len(u))
