"""Futures under the name of this module."""
from _asyncio import Future, isfuture

__all__ = ('Future', 'isfuture')
