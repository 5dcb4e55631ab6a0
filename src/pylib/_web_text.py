"""Web addresses as text: what may not stand in them, and queries."""

_PLAIN = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~')
_HEX = '0123456789abcdefABCDEF'


def quote(text, safe):
    return ''.join([chr(byte) if chr(byte) in _PLAIN or chr(byte) in safe else f'%{byte:02X}'
                    for byte in text.encode()])


def unquote(text):
    out, i = [], 0
    data = text.encode()
    while i < len(data):
        digits = data[i + 1:i + 3].decode('latin-1')
        if data[i] == 37 and len(digits) == 2 and digits[0] in _HEX and digits[1] in _HEX:
            out.append(int(digits, 16))
            i += 3
        else:
            out.append(data[i])
            i += 1
    return bytes(out).decode(errors='replace')


def quote_query(pairs):
    safe = "/?:@!$'()*,"
    text = '&'.join([f'{quote(name, safe)}={quote(value, safe)}' for name, value in pairs])
    return text.replace('%20', '+')


def query_pairs(query):
    """(name, text) of a mapping, of pairs or of a query string."""
    if query is None:
        return []
    if isinstance(query, str):
        parts = [part.partition('=') for part in query.split('&') if part]
        return [(unquote(name.replace('+', ' ')), unquote(value.replace('+', ' ')))
                for name, _, value in parts]
    pairs = []
    for name, value in query.items() if hasattr(query, 'items') else query:
        for one in value if isinstance(value, (list, tuple)) else (value,):
            pairs.append((name, _query_text(one)))
    return pairs


def _query_text(value):
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f'Invalid variable type: value should be str, int or float, got {value!r} '
                        f'of type {type(value)}')
    return str(value)
