words = ["hello World", "ß", "ﬁne", "ǆ", "ǅ", "İstanbul", "ΑΣ", "ΑΣΑ", "Σ", "ὀδυσσεύς", "ŉ", "ΰ", "they're bill's", "x1y2", "日本", "ÀÉ", "ÿ", "µ", "Ω"]
for w in words:
    print(w, w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())
print("ΑΣ.".lower(), "ΑΣ.Β".lower(), "ΑΣ\u0301".lower(), "\u0301Σ".lower(), "aΣ b".swapcase(), "ΑΣ ΒΣ".title(), "ΑΣ ΒΣ".capitalize())
