"""split, strip, replace, find, upper, startswith, slices and tests of characters."""
TEXT = "The chef puts a pizza in the oven, and, instead of watching it, chops vegetables. " * 40


def work():
    words = TEXT.lower().replace(",", "").replace(".", "").split()
    caps = [w.capitalize() for w in words if w.startswith(("p", "c", "v"))]
    vowels = sum(1 for c in TEXT if c in "aeiou")
    letters = 0
    for c in TEXT:
        if c.isalpha():
            letters += 1
    places = []
    at = TEXT.find("oven")
    while at >= 0:
        places.append(at)
        at = TEXT.find("oven", at + 1)
    backwards = " ".join(w[::-1] for w in words)
    return len(caps), vowels, letters, len(places), backwards.count("a"), len(" ".join(words).title())


for _ in range(300):
    result = work()
print(result)
