def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)

s = "a\t\n\\é日😀\x00'\""
print(s.encode("unicode_escape"), s.encode("raw_unicode_escape"), s.encode("unicode-escape").decode("unicode_escape") == s)
check(
    lambda: b"\\x41\\u65e5\\U0001f600\\n\\101\\0\\'\\\\ \xe9 \\\nx".decode("unicode_escape"),
    lambda: b"\\x4".decode("unicode_escape"),
    lambda: b"ab\\u65zz".decode("unicode_escape"),
    lambda: b"\\U00110000".decode("unicode_escape"),
    lambda: b"x\\".decode("unicode_escape"),
    lambda: b"x\\".decode("unicode_escape", "replace"),
    lambda: b"\\xzz!".decode("unicode_escape", "ignore"),
    lambda: b"\\u65e5\\\\u65e5\\x41\xe9".decode("raw_unicode_escape"),
    lambda: b"\\u65".decode("raw_unicode_escape"),
    lambda: b"\\\\\\u0041".decode("raw_unicode_escape"),
    lambda: "€uroé".encode("cp1252"),
    lambda: b"\x80\xe9".decode("cp1252"),
    lambda: b"\x81".decode("cp1252"),
    lambda: "日".encode("cp1252"),
    lambda: "a日本".encode("iso8859-15"),
    lambda: "€".encode("ISO-8859-15"),
    lambda: "日é".encode("cp437", "replace"),
    lambda: "ж".encode("koi8-r"),
    lambda: b"\x81x".decode("windows-1252", "replace"),
    lambda: "ß".encode("mac_roman"),
    lambda: "aé日".encode("latin2", "backslashreplace"),
)
