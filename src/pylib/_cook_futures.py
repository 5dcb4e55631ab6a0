"""Futures that are shared with other threads: a cook who asks for the result of one stands and waits."""
import _asyncio

__all__ = ('Future', 'CancelledError', 'InvalidStateError')

_PENDING, _RUNNING, _CANCELLED, _CANCELLED_AND_NOTIFIED, _FINISHED = (
    'PENDING', 'RUNNING', 'CANCELLED', 'CANCELLED_AND_NOTIFIED', 'FINISHED')
_WORDS = {_PENDING: 'pending', _RUNNING: 'running', _CANCELLED: 'cancelled',
          _CANCELLED_AND_NOTIFIED: 'cancelled', _FINISHED: 'finished'}
_OVER = (_CANCELLED, _CANCELLED_AND_NOTIFIED, _FINISHED)


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


def error_for_loop(error):
    """What a future of a loop says for an error of these."""
    for theirs, ours in (CancelledError, _asyncio.CancelledError), (InvalidStateError, _asyncio.InvalidStateError):
        if type(error) is theirs:
            return ours(*error.args)
    return error


class Future:
    def __init__(self):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._standing = []
        self._done_callbacks = []

    def __repr__(self):
        text = _WORDS[self._state]
        if self._state == _FINISHED:
            text += (f' returned {type(self._result).__name__}' if self._exception is None
                     else f' raised {type(self._exception).__name__}')
        return f'<{type(self).__name__} at {id(self):#x} state={text}>'

    def cancel(self):
        if self._state in (_RUNNING, _FINISHED):
            return False
        if self._state == _PENDING:
            self._end(_CANCELLED)
        return True

    def cancelled(self):
        return self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == _RUNNING

    def done(self):
        return self._state in _OVER

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def add_done_callback(self, fn):
        if self._state in _OVER:
            self._tell(fn)
        else:
            self._done_callbacks.append(fn)

    def set_running_or_notify_cancel(self):
        if self._state == _CANCELLED:
            self._state = _CANCELLED_AND_NOTIFIED
            return False
        if self._state != _PENDING:
            raise RuntimeError('Future in unexpected state')
        self._state = _RUNNING
        return True

    def set_result(self, result):
        self._check()
        self._result = result
        self._end(_FINISHED)

    def set_exception(self, exception):
        self._check()
        self._exception = exception
        self._end(_FINISHED)

    def _check(self):
        if self._state in _OVER:
            raise InvalidStateError(f'{self._state}: {self!r}')

    def _end(self, state):
        self._state = state
        for cook in self._standing:
            _asyncio._cook_call(cook)
        for fn in self._done_callbacks:
            self._tell(fn)

    def _tell(self, fn):
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception('exception calling callback for %r', self)

    def _wait(self, timeout):
        if self._state not in _OVER:
            self._stand(timeout)
        if self.cancelled():
            raise CancelledError()
        if self._state != _FINISHED:
            raise TimeoutError()

    def _stand(self, timeout):
        if timeout is not None and timeout <= 0:
            return
        cook = _asyncio._cook_now()
        self._standing.append(cook)
        try:
            _asyncio._cook_stand(timeout)
        finally:
            self._standing.remove(cook)


for _class in (Error, CancelledError, InvalidStateError, Future):
    _class.__module__ = 'concurrent.futures._base'
