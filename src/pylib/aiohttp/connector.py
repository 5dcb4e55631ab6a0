"""Connections: how many requests may be on their way at a time."""
import asyncio
from _asyncio import get_running_loop

__all__ = ('BaseConnector', 'TCPConnector')

_LIMIT = 100


class _Places:
    """A number of places (0: no end of them). Whoever comes first gets the next free one."""

    def __init__(self, limit, is_shown):
        self.limit = limit
        self.used = 0
        # Where nobody asked for the limit, there is nothing to be seen of it before it is reached.
        self._line = asyncio.Semaphore(limit) if limit and is_shown else None

    async def take(self):
        if self._line is None and 0 < self.limit <= self.used:
            self._line = asyncio.Semaphore(0)
        if self._line is not None:
            await self._line.acquire()
        self.used += 1

    def give(self):
        self.used -= 1
        if self._line is not None:
            self._line.release()

    def is_full(self):
        return 0 < self.limit <= self.used or (self._line is not None and self._line.locked())


class BaseConnector:
    def __init__(self, *, keepalive_timeout=None, force_close=False, limit=_LIMIT, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5):
        self._loop = get_running_loop() if loop is None else loop
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._force_close = force_close
        self._closed = False
        self._places = _Places(limit, limit != _LIMIT)
        self._hosts = {}

    @property
    def limit(self):
        return self._limit

    @property
    def limit_per_host(self):
        return self._limit_per_host

    @property
    def force_close(self):
        return self._force_close

    @property
    def closed(self):
        return self._closed

    def _of_host(self, url):
        key = url.host, url.port
        if key not in self._hosts:
            self._hosts[key] = _Places(self._limit_per_host, True)
        return self._hosts[key]

    async def _take(self, url):
        # Who waits for his host keeps no place from those who ask others.
        if self._limit_per_host:
            await self._of_host(url).take()
        try:
            await self._places.take()
        except BaseException:
            if self._limit_per_host:
                self._of_host(url).give()
            raise

    async def _connect(self, url, deadline, connect):
        """A place for a request. Cut off at `deadline`, or with an error of its own after `connect`
        seconds."""
        is_full = self._places.is_full()
        if self._limit_per_host:
            is_full = is_full or self._of_host(url).is_full()
        if not is_full:
            await self._take(url)
            return
        end = None if not connect else self._loop.time() + connect
        if end is None or deadline is not None and deadline <= end:
            async with asyncio.timeout_at(deadline):
                await self._take(url)
            return
        try:
            async with asyncio.timeout_at(end):
                await self._take(url)
        except TimeoutError as error:
            from aiohttp.client_exceptions import ConnectionTimeoutError
            raise ConnectionTimeoutError(f'Connection timeout to host {url}') from error

    def _release(self, url):
        if self._limit_per_host:
            self._of_host(url).give()
        self._places.give()

    def close(self):
        self._closed = True
        return _nothing()

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, exc_traceback):
        self.close()


class _nothing:
    """close() may be awaited, but need not."""

    def __await__(self):
        return
        yield


class TCPConnector(BaseConnector):
    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10,
                 family=0, ssl_context=None, ssl=True, local_addr=None, resolver=None,
                 keepalive_timeout=None, force_close=False, limit=_LIMIT, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5,
                 happy_eyeballs_delay=0.25, interleave=None):
        super().__init__(keepalive_timeout=keepalive_timeout, force_close=force_close, limit=limit,
                         limit_per_host=limit_per_host, loop=loop)
        self._ssl = ssl
        self._use_dns_cache = use_dns_cache

    @property
    def family(self):
        return 0

    @property
    def use_dns_cache(self):
        return self._use_dns_cache
