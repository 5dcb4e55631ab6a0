"""Waiting for several tasks, and shielding one."""
import _record
from _asyncio import (
    Task, all_tasks, create_task, current_task, ensure_future, gather, get_running_loop, iscoroutine,
    isfuture, sleep, wait_for,
)
from asyncio.events import get_event_loop

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
           'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'current_task',
           'all_tasks')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


# --- wait -----------------------------------------------------------------------------

async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = list(dict.fromkeys(fs))
    if any(iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    assert fs, 'Set of Futures is empty.'
    waiter = loop.create_future()
    number = _record.begun('wait', fs)
    left, how = len(fs), 'cancelled'

    def is_enough(f):
        if left <= 0 or return_when == FIRST_COMPLETED:
            return True
        return return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None

    def _on_timeout():
        nonlocal how
        how = 'expired'
        _record.expired(number)
        _release_waiter(waiter)

    def _on_completion(f):
        nonlocal left, how
        left -= 1
        if is_enough(f):
            how = 'returned'
            if timer is not None:
                timer.cancel()
            _release_waiter(waiter)

    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _on_timeout)
        _record.armed(number, timer)
    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        _record.awaits(number, waiter)
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
        _record.ended(number, how)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


# --- as_completed ---------------------------------------------------------------------

def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from _asyncio import Queue
    done = Queue()
    loop = get_event_loop()
    # A dict keeps the order in which they were given, and so in which their tasks start.
    todo = {ensure_future(f, loop=loop): None for f in dict.fromkeys(fs)}
    number = _record.begun('as_completed', list(todo))
    _record.stands_for(number, done)
    timer = None

    def _on_timeout():
        _record.expired(number)
        for f in todo:
            f.remove_done_callback(_on_completion)
            done.put_nowait(None)
        todo.clear()

    def _on_completion(f):
        if not todo:
            return
        del todo[f]
        done.put_nowait(f)
        if not todo and timer is not None:
            timer.cancel()

    async def _wait_for_one():
        f = await done.get()
        if f is None:
            raise TimeoutError
        return f.result()

    for f in todo:
        f.add_done_callback(_on_completion)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, _on_timeout)
        _record.armed(number, timer)
    for _ in range(len(todo)):
        yield _wait_for_one()


# --- shield ---------------------------------------------------------------------------

def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()
    _record.stands_for(_record.begun('shield', [inner]), outer)

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # it counts as retrieved
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer
