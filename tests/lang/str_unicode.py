s = "naïve 日本 🍕 e\u0301"
print(len(s), s[6], s[9], s[::-1], s.upper(), s.find("🍕"), "🍕" in s, list("🍕é"))
print(ord("🍕"), chr(0x1F355), ascii(s), repr("\u200b\ud800\x7f\xa0é🍕"))
print("é".encode(), "日".encode("utf-8"), b"\xe6\x97\xa5".decode(), "é".encode("latin-1"), "é".encode("ascii", "ignore"), "é".encode("ascii", "replace"))
