"""What keeps tasks apart or brings them together, under the name of this module."""
import enum

from _asyncio import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')


class _BarrierState(enum.Enum):
    FILLING = 'filling'
    DRAINING = 'draining'
    RESETTING = 'resetting'
    BROKEN = 'broken'
