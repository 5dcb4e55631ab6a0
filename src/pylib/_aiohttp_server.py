"""The network and the servers that the simulated aiohttp speaks to: how long an address takes to
answer, and what it answers. Every address does what https://httpbin.org does: it says what it was
asked.
"""
from _json import encode
from _scenario import latency

_REASONS = {
    100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints',
    200: 'OK', 201: 'Created', 202: 'Accepted', 203: 'Non-Authoritative Information',
    204: 'No Content', 205: 'Reset Content', 206: 'Partial Content', 300: 'Multiple Choices',
    301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified',
    307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized',
    402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed',
    406: 'Not Acceptable', 407: 'Proxy Authentication Required', 408: 'Request Timeout',
    409: 'Conflict', 410: 'Gone', 411: 'Length Required', 412: 'Precondition Failed',
    413: 'Request Entity Too Large', 414: 'Request-URI Too Long', 415: 'Unsupported Media Type',
    416: 'Requested Range Not Satisfiable', 417: 'Expectation Failed', 418: "I'm a Teapot",
    421: 'Misdirected Request', 422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency',
    425: 'Too Early', 426: 'Upgrade Required', 428: 'Precondition Required',
    429: 'Too Many Requests', 431: 'Request Header Fields Too Large',
    451: 'Unavailable For Legal Reasons', 500: 'Internal Server Error', 501: 'Not Implemented',
    502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
    505: 'HTTP Version Not Supported', 507: 'Insufficient Storage', 508: 'Loop Detected',
    511: 'Network Authentication Required',
}

_USUAL_LATENCY = 0.2


def _ending(url, word):
    """N, as text, of a path that ends in /word/N."""
    parts = url.path.rstrip('/').split('/')
    return parts[-1] if len(parts) >= 2 and parts[-2] == word else ''


def _latency(url):
    """Seconds until the answer is there: as a directive of the scenario says, or the address."""
    told = latency(str(url))
    if told is not None:
        return told
    asked = _ending(url, 'delay')
    return float(asked) if asked.replace('.', '', 1).isdecimal() else _USUAL_LATENCY


def is_absent(url):
    """The names of the top level domain .invalid never exist: that is what it is for."""
    return (url.host or '').endswith('.invalid')


class Answer:
    def __init__(self, method, url, headers, body, form):
        self._asked = method, url, headers, body, form
        asked = _ending(url, 'status')
        self.status = int(asked) if len(asked) == 3 and asked.isdecimal() and asked >= '100' else 200
        self.reason = _REASONS.get(self.status, '')
        # A bare status comes without a text, as from httpbin.
        self.content_type = 'text/html; charset=utf-8' if asked else 'application/json'

    def body(self):
        method, url, headers, body, form = self._asked
        if self.content_type != 'application/json' or method == 'HEAD':
            return b''
        facts = {'url': str(url), 'method': method, 'args': _args(url),
                 'headers': {name: value for name, value in headers}}
        if body is not None:
            facts = {**facts, **_sent(body, form)}
        text = encode(facts, True, '  ', ',', ': ', False, False, True, False)
        return (text + '\n').encode()


def _args(url):
    args = {}
    for name, value in url._query_pairs():
        if name not in args:
            args[name] = value
        elif isinstance(args[name], list):
            args[name].append(value)
        else:
            args[name] = [args[name], value]
    return args


def _sent(body, form):
    from json import loads
    text = body.decode(errors='replace')
    try:
        value = loads(text)
    except ValueError:
        value = None
    return {'data': '' if form else text, 'form': form or {}, 'json': value}
