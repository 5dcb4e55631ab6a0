"""The class of all loops under the name of this module."""
from _asyncio import BaseEventLoop

__all__ = ('BaseEventLoop',)
