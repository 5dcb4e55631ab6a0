from functools import lru_cache


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@lru_cache
def f(x):
    if x < 0:
        raise ValueError("negative")
    return x

check(lambda: f([]), lambda: f(), lambda: f(-1), lambda: f(-1), lambda: f.cache_info(), lambda: lru_cache("a"),
      lambda: lru_cache(5)(3), lambda: lru_cache(-3)(f).cache_info().maxsize)
