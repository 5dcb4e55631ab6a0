"""Futures under the name of this module, and what ties one to a future of other threads."""
from _asyncio import Future, isfuture

__all__ = ('Future', 'wrap_future', 'isfuture')


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    from _cook_futures import Future as SharedFuture
    assert isinstance(future, SharedFuture), f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        from asyncio.events import get_event_loop
        loop = get_event_loop()
    wrapper = loop.create_future()
    _chain_future(future, wrapper)
    return wrapper


def _copy_to_shared(shared, future):
    if future.cancelled():
        shared.cancel()
    if not shared.set_running_or_notify_cancel():
        return
    error = future.exception()
    if error is None:
        shared.set_result(future.result())
    else:
        shared.set_exception(error)


def _copy_to_future(future, shared):
    if future.cancelled():
        return
    if shared.cancelled():
        future.cancel()
        return
    error = shared.exception()
    if error is None:
        future.set_result(shared.result())
        return
    from _cook_futures import error_for_loop
    future.set_exception(error_for_loop(error))


def _chain_future(source, target):
    """The target ends as the source does; cancelling it cancels the source."""
    source_loop = source.get_loop() if isfuture(source) else None
    target_loop = target.get_loop() if isfuture(target) else None

    def _call_check_cancel(target):
        if not target.cancelled():
            return
        if source_loop is None or source_loop is target_loop:
            source.cancel()
        else:
            source_loop.call_soon_threadsafe(source.cancel)

    def copy(source):
        if isfuture(target):
            _copy_to_future(target, source)
        else:
            _copy_to_shared(target, source)

    def _call_set_state(source):
        if target_loop is not None and target.cancelled() and target_loop.is_closed():
            return
        if target_loop is None or target_loop is source_loop:
            copy(source)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(copy, source)

    target.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def run_coroutine_threadsafe(coro, loop):
    from _asyncio import ensure_future, iscoroutine
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from _cook_futures import Future as SharedFuture
    shared = SharedFuture()

    def callback():
        try:
            _chain_future(ensure_future(coro, loop=loop), shared)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if shared.set_running_or_notify_cancel():
                shared.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return shared
