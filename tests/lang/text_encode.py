def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("abc".encode(), "é".encode(), "日本😀".encode("utf-8"), "é".encode("latin-1"), "abc".encode("ascii"), "é".encode("UTF8"), "é".encode(encoding="Latin_1"), "".encode())
print("aéb日".encode("ascii", "ignore"), "aéb日".encode("ascii", "replace"), "aéb日😀".encode("ascii", "backslashreplace"), "aéb日".encode("ascii", errors="xmlcharrefreplace"), "é日".encode("latin-1", "replace"))
print("\ud800a".encode("utf-8", "ignore"), "\ud800".encode("utf-8", "replace"), "\ud800".encode("utf-8", "backslashreplace"), "\ud800".encode("utf-8", "surrogatepass"), "\udc80\udcff".encode("utf-8", "surrogateescape"), "\udce9".encode("ascii", "surrogateescape"))
print("aé".encode("utf-16"), "aé".encode("utf-16-le"), "a😀".encode("utf-16-be"), "a".encode("utf-32"), "a".encode("utf-32-be"), "a".encode("utf-8-sig"), "".encode("utf-16"))
check(
    lambda: "abc".encode("nope"),
    lambda: "abc".encode(1),
    lambda: "abc".encode("utf-8", 5),
    lambda: "é".encode("ascii"),
    lambda: "aéè".encode("ascii"),
    lambda: "aéèbç".encode("ascii"),
    lambda: "日".encode("latin-1"),
    lambda: "\ud800".encode(),
    lambda: "a\ud800\udfffb".encode("utf-8"),
    lambda: "é".encode("ascii", "nope"),
    lambda: "abc".encode("ascii", "nope"),
    lambda: "😀".encode("ascii"),
    lambda: "a".encode(None),
)
