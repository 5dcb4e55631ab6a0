def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


import sys
print(str(10**50), f"{10**50:,}", f"{2**100:x}", f"{2**100:_b}", "%d" % 10**30, "%x" % 2**70, repr(-(10**25)), f"{10**30:e}", f"{-(2**64):>30}", "{:#o}".format(2**65), len(str(10**4299)))
check(
    lambda: str(10**4300),
    lambda: repr(10**5000),
    lambda: f"{10**5000}",
    lambda: f"{10**5000:d}",
    lambda: "%d" % 10**5000,
    lambda: [10**5000].__repr__(),
    lambda: len(f"{10**5000:x}"),
    lambda: print(10**5000),
)
