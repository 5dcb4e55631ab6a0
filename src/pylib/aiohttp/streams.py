"""Bodies, piece by piece. They are all there when the response is."""

__all__ = ('StreamReader',)


class StreamReader:
    def __init__(self, take_body):
        self._body = take_body
        self._at = 0

    def _take(self, n):
        body = self._body()
        piece = body[self._at:] if n < 0 else body[self._at:self._at + n]
        self._at += len(piece)
        return piece

    def at_eof(self):
        return self._at >= len(self._body())

    async def read(self, n=-1):
        return self._take(n)

    async def readany(self):
        return self._take(-1)

    async def readexactly(self, n):
        return self._take(n)

    async def readline(self):
        rest = self._body()[self._at:]
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
