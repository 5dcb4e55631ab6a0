"""base64: bytes as letters and back."""

__all__ = ['b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode', 'b32encode', 'b32decode', 'b16encode',
           'b16decode', 'encodebytes', 'decodebytes']

_LETTERS64 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_LETTERS32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


class Error(ValueError):
    __module__ = 'binascii'


def _check_bytes(s):
    if not isinstance(s, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return s


def _ascii_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if not isinstance(s, bytes):
        raise TypeError("argument should be a bytes-like object or ASCII string, not "
                        f"{type(s).__name__!r}")
    return s


def b64encode(s, altchars=None):
    letters = _LETTERS64
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        letters = letters[:62] + altchars
    _check_bytes(s)
    out = []
    for i in range(0, len(s), 3):
        group = s[i:i + 3]
        number = int.from_bytes(group.ljust(3, b'\0'), 'big')
        four = [letters[number >> shift & 63] for shift in (18, 12, 6, 0)]
        for pad in range(len(group) + 1, 4):
            four[pad] = ord('=')
        out.extend(four)
    return bytes(out)


def b64decode(s, altchars=None, validate=False):
    s = _ascii_bytes(s)
    if altchars is not None:
        altchars = _ascii_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    values = {letter: i for i, letter in enumerate(_LETTERS64)}
    out = []
    number = count = pads = 0
    for c in s:
        if c == ord('='):
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                break
            continue
        if c not in values:
            if validate:
                raise Error('Only base64 data is allowed')
            continue
        pads = 0
        number = number << 6 | values[c]
        count += 1
        if count % 4 == 0:
            out.append(number.to_bytes(3, 'big'))
            number = 0
    rest = count % 4
    if rest == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({count}) cannot be '
                    '1 more than a multiple of 4')
    if rest:
        if rest + pads < 4:
            raise Error('Incorrect padding')
        out.append((number << 6 * (4 - rest)).to_bytes(3, 'big')[:rest - 1])
    return b''.join(out)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b32encode(s):
    _check_bytes(s)
    out = []
    for i in range(0, len(s), 5):
        group = s[i:i + 5]
        number = int.from_bytes(group.ljust(5, b'\0'), 'big')
        eight = [_LETTERS32[number >> shift & 31] for shift in range(35, -1, -5)]
        used = (len(group) * 8 + 4) // 5
        out.extend(eight[:used] + [ord('=')] * (8 - used))
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _ascii_bytes(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if casefold:
        s = s.upper()
    letters = s.rstrip(b'=')
    pads = len(s) - len(letters)
    values = {letter: i for i, letter in enumerate(_LETTERS32)}
    number = 0
    for c in letters:
        if c not in values:
            raise Error('Non-base32 digit found')
        number = number << 5 | values[c]
    if pads not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    length = len(letters) * 5 // 8
    return (number >> len(letters) * 5 % 8).to_bytes(length, 'big')


def b16encode(s):
    return _check_bytes(s).hex().upper().encode('ascii')


def b16decode(s, casefold=False):
    s = _ascii_bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b'0123456789ABCDEF' for c in s):
        raise Error('Non-base16 digit found')
    if len(s) % 2:
        raise Error('Odd-length string')
    return bytes.fromhex(s.decode('ascii'))


def encodebytes(s):
    _check_bytes(s)
    return b''.join(b64encode(s[i:i + 57]) + b'\n' for i in range(0, len(s), 57))


def decodebytes(s):
    return b64decode(_check_bytes(s))
