"""The loop and the policy that programs get unless they ask for others."""
from _asyncio import EventLoop
from asyncio.events import _UnixDefaultEventLoopPolicy

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy')

SelectorEventLoop = _UnixSelectorEventLoop = EventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
