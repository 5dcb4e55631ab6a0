"""Blocks that are cut off at a time. A timeout is created, then active, and ends as finished or,
once its time has come (expiring) and its block was left, as expired.
"""
import _record
from _asyncio import CancelledError, current_task, get_running_loop

__all__ = ('Timeout', 'timeout', 'timeout_at')

_CREATED, _ACTIVE, _EXPIRING, _EXPIRED, _FINISHED = 'created', 'active', 'expiring', 'expired', 'finished'


class Timeout:
    def __init__(self, when):
        self._state = _CREATED
        self._timeout_handler = None
        self._task = None
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state is _CREATED:
            raise RuntimeError('Timeout has not been entered')
        if self._state is not _ACTIVE:
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._set(when)
        _record.moved(self._number, self._timeout_handler)

    def _set(self, when):
        self._when = when
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
        if when is None:
            self._timeout_handler = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._timeout_handler = loop.call_soon(self._on_timeout)
        else:
            self._timeout_handler = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in (_EXPIRING, _EXPIRED)

    def __repr__(self):
        if self._state is not _ACTIVE:
            return f'<Timeout [{self._state}]>'
        when = None if self._when is None else round(self._when, 3)
        return f'<Timeout [{self._state}] when={when}>'

    async def __aenter__(self):
        if self._state is not _CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = _ACTIVE
        self._task = task
        self._cancelling = task.cancelling()
        self._number = _record.begun('timeout', [])
        self._set(self._when)
        _record.armed(self._number, self._timeout_handler)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        assert self._state in (_ACTIVE, _EXPIRING)
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if self._state is _ACTIVE:
            self._state = _FINISHED
            how = 'returned' if exc_type is None else 'cancelled' if exc_type is CancelledError else 'raised'
            _record.ended(self._number, how)
            return
        self._state = _EXPIRED
        _record.ended(self._number, 'expired')
        # Somebody else may have cancelled the task beside: that one goes on its way.
        if self._task.uncancel() <= self._cancelling and exc_type is CancelledError:
            raise TimeoutError from exc_val

    def _on_timeout(self):
        assert self._state is _ACTIVE
        _record.expired(self._number)
        self._task.cancel()
        self._state = _EXPIRING
        self._timeout_handler = None


def timeout(delay):
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    return Timeout(when)
