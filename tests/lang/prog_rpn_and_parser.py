import operator

OPS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}


def tokens(text):
    number = ""
    for c in text + " ":
        if c.isdigit() or c == ".":
            number += c
            continue
        if number:
            yield float(number) if "." in number else int(number)
            number = ""
        if not c.isspace():
            if c not in OPS and c not in "()":
                raise SyntaxError(f"unexpected {c!r}")
            yield c


def evaluate(text):
    values, ops = [], []

    def apply():
        op = ops.pop()
        b, a = values.pop(), values.pop()
        values.append(OPS[op][1](a, b))

    for t in tokens(text):
        if t == "(":
            ops.append(t)
        elif t == ")":
            while ops[-1] != "(":
                apply()
            ops.pop()
        elif t in OPS:
            while ops and ops[-1] != "(" and (OPS[ops[-1]][0] > OPS[t][0] or OPS[ops[-1]][0] == OPS[t][0] and t != "^"):
                apply()
            ops.append(t)
        else:
            values.append(t)
    while ops:
        apply()
    return values[0]


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "7 / 2 - 0.5", "10 / (5 - 5)", "2 $ 3", "1 +"):
    try:
        print(text, "=", evaluate(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
