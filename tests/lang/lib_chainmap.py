from collections import ChainMap


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


base, over = {"color": "red", "user": "guest"}, {"user": "admin"}
c = ChainMap(over, base)
print(c, c["color"], c["user"], dict(c), list(c), len(c), c.maps, c.parents, c.new_child({"z": 1}), "color" in c, c.get("q", 5))
c["new"] = 1; print(over, base); del c["user"]; print(c["user"], c)
check(lambda: c["zz"], lambda: c.pop("color"), lambda: c.__delitem__("color"), lambda: c == ChainMap({"new": 1}, base), lambda: sorted(c.items()), lambda: ChainMap().popitem(), lambda: ChainMap(), lambda: c | {"k": 2}, lambda: {"k": 2} | c)
