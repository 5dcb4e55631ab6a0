def caesar(text, shift):
    out = ""
    for c in text:
        if c.isalpha() and c.isascii():
            base = ord("a") if c.islower() else ord("A")
            out += chr((ord(c) - base + shift) % 26 + base)
        else:
            out += c
    return out


secret = caesar("Hello, World! Zoé", 3)
print(secret, caesar(secret, -3))


def is_palindrome(s):
    letters = [c for c in s.lower() if c.isalnum()]
    return letters == letters[::-1]


print([w for w in ("Level", "A man, a plan, a canal: Panama", "python", "") if is_palindrome(w)])
