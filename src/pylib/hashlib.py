"""hashlib: digests of bytes."""
import _hashlib

_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64),
          'sha384': (48, 128), 'sha512': (64, 128)}

algorithms_guaranteed = set(_SIZES)
algorithms_available = set(_SIZES)

__all__ = ['new', 'algorithms_guaranteed', 'algorithms_available', *_SIZES]


class HASH:
    """A digest in the making. It keeps what it was given until it is asked."""
    __module__ = '_hashlib'

    def __init__(self, name, data=b''):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = []
        if data != b'':
            self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if not isinstance(data, bytes):
            raise TypeError('object supporting the buffer API required')
        self._data.append(data)

    def digest(self):
        self._data = [b''.join(self._data)]
        return _hashlib.digest(self.name, self._data[0])

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = HASH(self.name)
        other._data = list(self._data)
        return other

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


def new(name, data=b'', *, usedforsecurity=True):
    if not isinstance(name, str):
        raise TypeError(f'new() argument 1 must be str, not {type(name).__name__}')
    found = name.lower().replace('-', '')
    if found not in _SIZES:
        raise ValueError(f'unsupported hash type {name}')
    return HASH(found, data)


def md5(string=b'', *, usedforsecurity=True):
    return HASH('md5', string)


def sha1(string=b'', *, usedforsecurity=True):
    return HASH('sha1', string)


def sha224(string=b'', *, usedforsecurity=True):
    return HASH('sha224', string)


def sha256(string=b'', *, usedforsecurity=True):
    return HASH('sha256', string)


def sha384(string=b'', *, usedforsecurity=True):
    return HASH('sha384', string)


def sha512(string=b'', *, usedforsecurity=True):
    return HASH('sha512', string)
