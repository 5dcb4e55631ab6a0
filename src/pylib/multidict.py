"""Headers: a mapping whose names may be written in any case, and may come several times."""

__all__ = ('CIMultiDictProxy',)


class CIMultiDictProxy:
    __module__ = 'multidict._multidict'

    def __init__(self, pairs):
        self._pairs = [*pairs.items()] if hasattr(pairs, 'items') else [*pairs]

    def getall(self, key, *default):
        found = [value for name, value in self._pairs if name.lower() == key.lower()]
        if found:
            return found
        if default:
            return default[0]
        raise KeyError(key)

    def getone(self, key, *default):
        for name, value in self._pairs:
            if name.lower() == key.lower():
                return value
        if default:
            return default[0]
        raise KeyError(key)

    def __getitem__(self, key):
        return self.getone(key)

    def get(self, key, default=None):
        return self.getone(key, default)

    def __contains__(self, key):
        return isinstance(key, str) and self.getone(key, None) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._pairs)

    def keys(self):
        return [name for name, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return [*self._pairs]

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return ({name.lower(): value for name, value in self._pairs} ==
                {name.lower(): value for name, value in other.items()})

    def __repr__(self):
        return f"<{type(self).__name__}({', '.join([f'{n!r}: {v!r}' for n, v in self._pairs])})>"
