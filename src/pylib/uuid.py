"""uuid: identifiers. Random ones come from the run's own random numbers, so that a run repeats."""
import random

__all__ = ['UUID', 'SafeUUID', 'uuid1', 'uuid3', 'uuid4', 'uuid5', 'getnode', 'NAMESPACE_DNS',
           'NAMESPACE_URL', 'NAMESPACE_OID', 'NAMESPACE_X500']

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    'reserved for NCS compatibility', 'specified in RFC 4122',
    'reserved for Microsoft compatibility', 'reserved for future definition']


class SafeUUID:
    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    """128 bits."""

    __slots__ = '_int',

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be '
                            'given')
        if hex is not None:
            hex = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(hex) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = _int(hex, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            int = _int.from_bytes(bytes, 'big')
        if fields is not None:
            if len(fields) != 6:
                raise ValueError('fields is not a 6-tuple')
            int = 0
            for value, bits in zip(fields, (32, 16, 16, 8, 8, 48)):
                int = int << bits | value
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            int = int & ~(0xC000 << 48) | 0x8000 << 48
            int = int & ~(0xF000 << 64) | version << 76
        object.__setattr__(self, '_int', int)

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    int = property(lambda self: self._int)
    bytes = property(lambda self: self._int.to_bytes(16, 'big'))
    hex = property(lambda self: '%032x' % self._int)
    urn = property(lambda self: f'urn:uuid:{self}')
    time_low = property(lambda self: self._int >> 96)
    time_mid = property(lambda self: self._int >> 80 & 0xFFFF)
    time_hi_version = property(lambda self: self._int >> 64 & 0xFFFF)
    clock_seq_hi_variant = property(lambda self: self._int >> 56 & 0xFF)
    clock_seq_low = property(lambda self: self._int >> 48 & 0xFF)
    node = property(lambda self: self._int & 0xFFFFFFFFFFFF)
    is_safe = property(lambda self: SafeUUID.unknown)

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant,
                self.clock_seq_low, self.node)

    @property
    def bytes_le(self):
        b = self.bytes
        return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

    @property
    def time(self):
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def variant(self):
        if not self._int & 0x8000 << 48:
            return RESERVED_NCS
        if not self._int & 0x4000 << 48:
            return RFC_4122
        return RESERVED_FUTURE if self._int & 0x2000 << 48 else RESERVED_MICROSOFT

    @property
    def version(self):
        return self._int >> 76 & 0xF if self.variant == RFC_4122 else None

    def __str__(self):
        h = self.hex
        return f'{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}'

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __int__(self):
        return self._int

    def __hash__(self):
        return hash(self._int)

    def __eq__(self, other):
        return self._int == other._int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self._int < other._int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self._int <= other._int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self._int > other._int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self._int >= other._int if isinstance(other, UUID) else NotImplemented


_int = int  # UUID's parameters hide it


def getnode():
    return 0x020000000001


def uuid1(node=None, clock_seq=None):
    import time
    timestamp = time.time_ns() // 100 + 0x01B21DD213814000
    if clock_seq is None:
        clock_seq = random.getrandbits(14)
    return UUID(fields=(timestamp & 0xFFFFFFFF, timestamp >> 32 & 0xFFFF, timestamp >> 48 & 0x0FFF,
                        clock_seq >> 8 & 0x3F, clock_seq & 0xFF, getnode() if node is None else node),
                version=1)


def uuid4():
    return UUID(int=random.getrandbits(128), version=4)


def _named(digest, namespace, name, version):
    if isinstance(name, str):
        name = name.encode('utf-8')
    return UUID(bytes=digest(namespace.bytes + name).digest()[:16], version=version)


def uuid3(namespace, name):
    import hashlib
    return _named(hashlib.md5, namespace, name, 3)


def uuid5(namespace, name):
    import hashlib
    return _named(hashlib.sha1, namespace, name, 5)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
