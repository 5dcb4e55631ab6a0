"""The exceptions under the name of this module."""
from _asyncio import BrokenBarrierError, CancelledError, InvalidStateError

__all__ = ('BrokenBarrierError', 'CancelledError', 'InvalidStateError', 'TimeoutError')

TimeoutError = TimeoutError
