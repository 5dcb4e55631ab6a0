"""io: streams in memory. There are no files."""
from _io import StringIO, TextIOWrapper

__all__ = ['StringIO', 'BytesIO', 'TextIOWrapper', 'IOBase', 'RawIOBase', 'BufferedIOBase',
           'TextIOBase', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """The stream cannot do that."""


class IOBase:
    """What all streams have."""

    closed = False

    def close(self):
        self.closed = True

    def flush(self):
        self._check_open()

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        if hint is None or hint <= 0:
            return list(self)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class BytesIO(BufferedIOBase):
    """Bytes in memory, read and written like a file."""

    def __init__(self, initial_bytes=b''):
        if initial_bytes is None:
            initial_bytes = b''
        if not isinstance(initial_bytes, bytes):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        self._bytes = bytes(initial_bytes)
        self._at = 0

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check_open()
        return self._bytes

    def getbuffer(self):
        return self.getvalue()

    def tell(self):
        self._check_open()
        return self._at

    def seek(self, pos, whence=0):
        self._check_open()
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        start = (0, self._at, len(self._bytes))[whence]
        self._at = max(0, start + pos)
        return self._at

    def read(self, size=-1):
        self._check_open()
        end = len(self._bytes) if size is None or size < 0 else self._at + size
        data = self._bytes[self._at:end]
        self._at += len(data)
        return data

    read1 = read

    def readline(self, size=-1):
        self._check_open()
        end = self._bytes.find(b'\n', self._at) + 1 or len(self._bytes)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        data = self._bytes[self._at:end]
        self._at += len(data)
        return data

    def write(self, data):
        self._check_open()
        if not isinstance(data, bytes):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        if data:
            before = self._bytes[:self._at].ljust(self._at, b'\0')
            self._bytes = before + data + self._bytes[self._at + len(data):]
            self._at += len(data)
        return len(data)

    def truncate(self, size=None):
        self._check_open()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f'negative size value {size}')
        self._bytes = self._bytes[:size]
        return size

    def close(self):
        self._bytes = b''
        super().close()


def open(*args, **kwargs):
    raise OSError('there are no files here')
