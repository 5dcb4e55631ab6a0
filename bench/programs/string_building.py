"""Text put together piece by piece and by join."""


def concatenate(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
    return text


def join(n):
    parts = []
    for i in range(n):
        parts.append(str(i))
        parts.append(",")
    return "".join(parts)


total = 0
for _ in range(6):
    total += len(concatenate(250_000)) + len(join(120_000))
print(total)
