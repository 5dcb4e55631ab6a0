"""aiohttp as a client of a simulated network (_aiohttp_server.py): nothing is sent anywhere."""
from aiohttp.client import ClientSession, ClientTimeout, request
from aiohttp.client_reqrep import ClientResponse, RequestInfo
from aiohttp.connector import BaseConnector, TCPConnector

__version__ = '3.10.11'

__all__ = (
    'BaseConnector', 'ClientConnectionError', 'ClientConnectorDNSError', 'ClientConnectorError',
    'ClientError', 'ClientOSError', 'ClientPayloadError', 'ClientResponse', 'ClientResponseError',
    'ClientSession', 'ClientTimeout', 'ConnectionTimeoutError', 'ContentTypeError', 'InvalidURL',
    'InvalidUrlClientError', 'NonHttpUrlClientError', 'RequestInfo', 'ServerConnectionError',
    'ServerDisconnectedError', 'ServerTimeoutError', 'SocketTimeoutError', 'TCPConnector',
    'TooManyRedirects', 'request',
)


def __getattr__(name):
    # Most programs end well: what can go wrong is read when somebody names it.
    import aiohttp.client_exceptions as errors
    if name == 'client_exceptions':
        return errors
    if name in errors.__all__:
        value = globals()[name] = getattr(errors, name)
        return value
    raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")
