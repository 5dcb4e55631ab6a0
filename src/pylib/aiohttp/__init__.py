"""aiohttp as a client of a simulated network (_aiohttp_server.py): nothing is sent anywhere."""
from aiohttp.client import ClientSession, ClientTimeout, request
from aiohttp.client_exceptions import (
    ClientConnectionError, ClientConnectorDNSError, ClientConnectorError, ClientError, ClientOSError,
    ClientPayloadError, ClientResponseError, ConnectionTimeoutError, ContentTypeError, InvalidURL,
    InvalidUrlClientError, NonHttpUrlClientError, ServerConnectionError, ServerDisconnectedError,
    ServerTimeoutError, SocketTimeoutError, TooManyRedirects,
)
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
