"""What comes back from a request."""

__all__ = ('ClientResponse', 'RequestInfo')


class RequestInfo:
    def __init__(self, url, method, headers, real_url=None):
        self.url = url
        self.method = method
        self.headers = headers
        self.real_url = url if real_url is None else real_url

    def __repr__(self):
        return (f'RequestInfo(url={self.url!r}, method={self.method!r}, headers={self.headers!r}, '
                f'real_url={self.real_url!r})')


class ClientResponse:
    def __init__(self, method, url, answer, request_headers):
        self.method = method
        self.status = answer.status
        self.reason = answer.reason
        self.history = ()
        self.cookies = {}
        self.real_url = url
        self._answer = answer
        self._body = None
        self._content = None
        self._released = False
        self._in_context = False
        self._request_headers = request_headers

    @property
    def url(self):
        return self.real_url.with_fragment(None) if self.real_url.fragment else self.real_url

    @property
    def host(self):
        return self.real_url.host

    @property
    def ok(self):
        return self.status < 400

    @property
    def closed(self):
        return self._released

    @property
    def headers(self):
        from multidict import CIMultiDictProxy
        return CIMultiDictProxy([('Content-Type', self._answer.content_type),
                                 ('Content-Length', str(len(self._answer.body())))])

    @property
    def content(self):
        if self._content is None:
            from aiohttp.streams import StreamReader
            self._content = StreamReader(self._take_body)
        return self._content

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
        from multidict import CIMultiDictProxy
        return RequestInfo(self.url, self.method, CIMultiDictProxy(self._request_headers), self.real_url)

    def get_encoding(self):
        return self.charset or 'utf-8'

    def _take_body(self):
        # Who leaves the block without having read has let the answer go.
        if self._body is None:
            if self._released:
                from aiohttp.client_exceptions import ClientConnectionError
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
            from aiohttp.client_exceptions import ContentTypeError
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
        from aiohttp.client_exceptions import ClientResponseError
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
