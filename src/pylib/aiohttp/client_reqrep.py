"""What comes back from a request."""
from aiohttp.client_exceptions import ClientConnectionError, ClientResponseError, ContentTypeError

__all__ = ('ClientResponse', 'RequestInfo')


class CIMultiDictProxy:
    """Headers: their names may be written in any case."""
    __module__ = 'multidict._multidict'

    def __init__(self, pairs):
        self._pairs = list(pairs)

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
        return isinstance(key, str) and any(name.lower() == key.lower() for name, _ in self._pairs)

    def __iter__(self):
        return iter([name for name, _ in self._pairs])

    def __len__(self):
        return len(self._pairs)

    def keys(self):
        return [name for name, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return ({name.lower(): value for name, value in self._pairs} ==
                {name.lower(): value for name, value in other.items()})

    def __repr__(self):
        return f"<{type(self).__name__}({', '.join([f'{n!r}: {v!r}' for n, v in self._pairs])})>"


class RequestInfo:
    def __init__(self, url, method, headers, real_url=None):
        self.url = url
        self.method = method
        self.headers = headers
        self.real_url = url if real_url is None else real_url

    def __repr__(self):
        return (f'RequestInfo(url={self.url!r}, method={self.method!r}, headers={self.headers!r}, '
                f'real_url={self.real_url!r})')


class StreamReader:
    """A body, piece by piece. It is all there when the response is."""
    __module__ = 'aiohttp.streams'

    def __init__(self, response):
        self._response = response
        self._at = 0

    def _take(self, n):
        body = self._response._take_body()
        piece = body[self._at:] if n < 0 else body[self._at:self._at + n]
        self._at += len(piece)
        return piece

    def at_eof(self):
        return self._at >= len(self._response._take_body())

    async def read(self, n=-1):
        return self._take(n)

    async def readany(self):
        return self._take(-1)

    async def readexactly(self, n):
        return self._take(n)

    async def readline(self):
        rest = self._response._take_body()[self._at:]
        return self._take(rest.find(b'\n') + 1 or -1)

    async def iter_chunked(self, n):
        while piece := self._take(n):
            yield piece

    async def iter_any(self):
        while piece := self._take(-1):
            yield piece

    async def iter_chunks(self):
        while piece := self._take(-1):
            yield piece, True

    async def __aiter__(self):
        while line := await self.readline():
            yield line


class ClientResponse:
    def __init__(self, method, url, answer, request_headers):
        self.method = method
        self.status = answer.status
        self.reason = answer.reason
        self.history = ()
        self.cookies = {}
        self._real_url = url
        self._answer = answer
        self._body = None
        self._released = False
        self._in_context = False
        self._request_headers = request_headers
        self.content = StreamReader(self)

    @property
    def url(self):
        return self._real_url.with_fragment(None)

    @property
    def real_url(self):
        return self._real_url

    @property
    def host(self):
        return self._real_url.host

    @property
    def ok(self):
        return self.status < 400

    @property
    def closed(self):
        return self._released

    @property
    def headers(self):
        return CIMultiDictProxy([('Content-Type', self._answer.content_type),
                                 ('Content-Length', str(len(self._answer.body())))])

    @property
    def content_type(self):
        return self._answer.content_type.partition(';')[0]

    @property
    def charset(self):
        return self._answer.content_type.partition('charset=')[2] or None

    @property
    def content_length(self):
        return len(self._answer.body())

    @property
    def request_info(self):
        return RequestInfo(self.url, self.method, self._request_headers, self._real_url)

    def get_encoding(self):
        return self.charset or 'utf-8'

    def _take_body(self):
        # Who leaves the block without having read has let the answer go.
        if self._body is None:
            if self._released:
                raise ClientConnectionError('Connection closed')
            self._body = self._answer.body()
        return self._body

    async def read(self):
        return self._take_body()

    async def text(self, encoding=None, errors='strict'):
        return self._take_body().decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=None, content_type='application/json'):
        body = self._take_body()
        if content_type and self.content_type.lower() != content_type:
            raise ContentTypeError(
                self.request_info, self.history, status=self.status, headers=self.headers,
                message=f'Attempt to decode JSON with unexpected mimetype: {self._answer.content_type}')
        body = body.strip()
        if not body:
            return None
        if loads is None:
            from json import loads
        return loads(body.decode(encoding or self.get_encoding()))

    def raise_for_status(self):
        if self.ok:
            return
        if not self._in_context:
            self.release()
        raise ClientResponseError(self.request_info, self.history, status=self.status,
                                  message=self.reason, headers=self.headers)

    def release(self):
        self._released = True
        return _Done()

    def close(self):
        self._released = True

    async def wait_for_close(self):
        self._released = True

    async def __aenter__(self):
        self._in_context = True
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self._in_context = False
        self._released = True

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers}\n'


class _Done:
    """release() may be awaited, but need not."""

    def __await__(self):
        return
        yield
