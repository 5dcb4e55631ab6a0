from functools import lru_cache

class Key:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return hash(self.v)
    def __eq__(self, other):
        return self.v == other.v

@lru_cache(maxsize=2)
def look(key):
    print("looking for", key.v)
    return key.v

print(look(Key(1)), look(Key(1)), look(Key(2)), look(Key(3)), look(Key(1)), look.cache_info())
