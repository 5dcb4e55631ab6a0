from functools import lru_cache

class Shop:
    @lru_cache
    def price(self, what):
        print("asked", what)
        return len(what)
    @lru_cache
    @staticmethod
    def tax(x):
        return x * 2

s = Shop()
print(s.price("tea"), s.price("tea"), Shop.price(s, "tea"), Shop.price.cache_info(), Shop.tax(2))
