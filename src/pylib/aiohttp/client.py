"""Sessions: the way to ask for something."""
import _record
from _asyncio import get_running_loop, sleep
from _aiohttp_server import Answer, _latency, is_absent
from aiohttp.client_reqrep import ClientResponse
from aiohttp.connector import TCPConnector
from yarl import URL

__all__ = ('ClientSession', 'ClientTimeout', 'request')


class ClientTimeout:
    """Seconds, or None where there is no limit: for everything, for getting a connection, for the
    answer to come."""

    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect
        self.ceil_threshold = ceil_threshold

    def __repr__(self):
        return (f'ClientTimeout(total={self.total!r}, connect={self.connect!r}, '
                f'sock_read={self.sock_read!r}, sock_connect={self.sock_connect!r}, '
                f'ceil_threshold={self.ceil_threshold!r})')

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if type(other) is ClientTimeout else NotImplemented

    def __hash__(self):
        return hash(tuple(self.__dict__.values()))


_DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)
_given = object()  # stands for an argument that was not given


class _Host:
    """Of whom a connection was wanted."""

    def __init__(self, url):
        self.host = url.host
        self.port = url.port
        self.ssl = True
        self.is_ssl = url.scheme == 'https'

    def __repr__(self):
        return (f'ConnectionKey(host={self.host!r}, port={self.port!r}, is_ssl={self.is_ssl!r}, '
                'ssl=True, proxy=None, proxy_auth=None, proxy_headers_hash=None)')


class ClientSession:
    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None,
                 skip_auto_headers=None, auth=None, json_serialize=None, raise_for_status=False,
                 timeout=_given, connector_owner=True, trust_env=False, auto_decompress=True,
                 read_timeout=None, conn_timeout=None, cookie_jar=None, trace_configs=None,
                 requote_redirect_url=True, read_bufsize=2 ** 16, max_line_size=8190,
                 max_field_size=8190):
        self._loop = get_running_loop() if loop is None else loop
        self._connector = None
        if timeout is _given or timeout is None:
            timeout = _DEFAULT_TIMEOUT
        elif not isinstance(timeout, ClientTimeout):
            raise ValueError(f'timeout parameter cannot be of {type(timeout)} type, '
                             "please use 'timeout=ClientTimeout(...)'")
        self._timeout = timeout
        self._base_url = None if base_url is None else URL(base_url)
        if self._base_url is not None and not self._base_url.absolute:
            raise ValueError('Only absolute URLs are supported')
        self._headers = _pairs_of(headers)
        self._json_serialize = json_serialize
        self._raise_for_status = raise_for_status
        self._connector_owner = connector_owner
        self._connector = TCPConnector() if connector is None else connector

    # --- asking ---------------------------------------------------------------------------

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request('GET', url, **kwargs))

    def options(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request('OPTIONS', url, **kwargs))

    def head(self, url, *, allow_redirects=False, **kwargs):
        return _RequestContextManager(self._request('HEAD', url, **kwargs))

    def post(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('POST', url, data=data, **kwargs))

    def put(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('PUT', url, data=data, **kwargs))

    def patch(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('PATCH', url, data=data, **kwargs))

    def delete(self, url, **kwargs):
        return _RequestContextManager(self._request('DELETE', url, **kwargs))

    async def _request(self, method, str_or_url, *, params=None, data=None, json=None, cookies=None,
                       headers=None, skip_auto_headers=None, auth=None, allow_redirects=True,
                       max_redirects=10, compress=None, chunked=None, expect100=False,
                       raise_for_status=None, read_until_eof=True, proxy=None, proxy_auth=None,
                       timeout=_given, verify_ssl=None, fingerprint=None, ssl_context=None, ssl=True,
                       server_hostname=None, proxy_headers=None, trace_request_ctx=None,
                       read_bufsize=None, auto_decompress=None, max_line_size=None,
                       max_field_size=None):
        if self.closed:
            raise RuntimeError('Session is closed')
        if data is not None and json is not None:
            raise ValueError('data and json parameters can not be used at the same time')
        url = self._url_of(str_or_url, params)
        if timeout is _given or timeout is None:
            timeout = self._timeout if timeout is _given else ClientTimeout()
        elif not isinstance(timeout, ClientTimeout):
            timeout = ClientTimeout(total=timeout)
        body, form, kind = self._body_of(data, json)
        sent = self._headers_for(url, headers, kind, body)
        method = method.upper()
        number = _record.asked(f'{method} {url}')
        await self._wait(url, timeout, number)
        response = ClientResponse(method, url, Answer(method, url, sent, body, form), sent)
        _record.answered(number, response.status)
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        if callable(check):
            await check(response)
        elif check:
            response.raise_for_status()
        return response

    async def _wait(self, url, timeout, number):
        """Until the answer is there, holding a connection."""
        total = timeout.total
        deadline = self._loop.time() + total if total is not None and total > 0 else None
        await self._connector._connect(url, deadline, timeout.connect)
        try:
            _record.under_way(number)
            latency = _latency(url)
            left = None if deadline is None else deadline - self._loop.time()
            patience = timeout.sock_read
            if patience and patience < latency and (left is None or patience < left):
                await sleep(patience)
                from aiohttp.client_exceptions import SocketTimeoutError
                raise SocketTimeoutError('Timeout on reading data from socket')
            if left is not None and left < latency:
                await sleep(left)
                raise TimeoutError
            await sleep(latency)
            if is_absent(url):
                from aiohttp.client_exceptions import ClientConnectorDNSError
                raise ClientConnectorDNSError(_Host(url), OSError(-2, 'Name or service not known'))
        finally:
            self._connector._release(url)

    # --- what is asked --------------------------------------------------------------------

    def _url_of(self, given, params):
        if not isinstance(given, (str, URL)):
            raise TypeError('Constructor parameter should be str')
        try:
            url = URL(given)
            if self._base_url is not None:
                url = self._base_url.join(url)
        except ValueError as error:
            from aiohttp.client_exceptions import InvalidUrlClientError
            raise InvalidUrlClientError(given) from error
        if url.host is None or url.scheme not in ('http', 'https'):
            import aiohttp.client_exceptions as errors
            is_other = url.scheme not in ('http', 'https', '')
            raise (errors.NonHttpUrlClientError if is_other else errors.InvalidUrlClientError)(given)
        return url.update_query(params) if params else url

    def _body_of(self, data, json):
        """The bytes to send (None: nothing), the fields of a form, and the type of it."""
        if json is not None:
            serialize = self._json_serialize
            if serialize is None:
                from json import dumps as serialize
            return serialize(json).encode(), None, 'application/json'
        if data is None:
            return None, None, None
        if isinstance(data, str):
            return data.encode(), None, 'text/plain; charset=utf-8'
        if isinstance(data, bytes):
            return data, None, 'application/octet-stream'
        query = URL('http://localhost/').with_query(data)
        return query.query_string.encode(), query.query, 'application/x-www-form-urlencoded'

    def _headers_for(self, url, headers, kind, body):
        usual = [('Host', url.authority.rpartition('@')[2]), ('Accept', '*/*'),
                 ('Accept-Encoding', 'gzip, deflate'), ('User-Agent', 'Python/3.11 aiohttp/3.10.11')]
        if body is not None:
            usual += [('Content-Length', str(len(body))), ('Content-Type', kind)]
        return _over(_over(usual, self._headers), _pairs_of(headers))

    # --- the session itself ---------------------------------------------------------------

    @property
    def closed(self):
        return self._connector is None or self._connector.closed

    @property
    def connector(self):
        return self._connector

    @property
    def headers(self):
        from multidict import CIMultiDictProxy
        return CIMultiDictProxy(self._headers)

    @property
    def timeout(self):
        return self._timeout

    @property
    def raise_for_status(self):
        return self._raise_for_status

    async def close(self):
        if self.closed:
            return
        if self._connector_owner:
            self._connector.close()
        self._connector = None

    def detach(self):
        self._connector = None

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await self.close()


def _pairs_of(headers):
    if not headers:
        return []
    pairs = headers.items() if hasattr(headers, 'items') else headers
    return [(str(name), str(value)) for name, value in pairs]


def _over(usual, own):
    """Headers, where the own ones take the place of the usual ones of the same name."""
    names = {name.lower() for name, _ in own}
    return [pair for pair in usual if pair[0].lower() not in names] + own


class _RequestContextManager:
    """A request that was not sent yet: `await` it, or enter it with `async with`. It is a coroutine
    too, so that a task can be made of it."""

    __slots__ = '_coro', '_resp'

    def __init__(self, coro):
        self._coro = coro

    def send(self, arg):
        return self._coro.send(arg)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    def __await__(self):
        return self._coro.__await__()

    def __iter__(self):
        return self.__await__()

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, exc_type, exc, tb):
        await self._resp.__aexit__(exc_type, exc, tb)


class _SessionRequestContextManager(_RequestContextManager):
    """The request of a session that was made for it alone."""

    __slots__ = ('_session',)

    def __init__(self, coro, session):
        self._coro = coro
        self._session = session

    async def __aenter__(self):
        try:
            return await super().__aenter__()
        except BaseException:
            await self._session.close()
            raise

    async def __aexit__(self, exc_type, exc, tb):
        await super().__aexit__(exc_type, exc, tb)
        await self._session.close()


def request(method, url, *, connector=None, **kwargs):
    session = ClientSession(connector=connector, connector_owner=connector is None)
    return _SessionRequestContextManager(session._request(method, url, **kwargs), session)
