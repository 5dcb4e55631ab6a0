"""What the event loop in C asks of Python: arguments of unusual kinds, and how it ends. Reprs and
reports, which few programs need, are in _loop_reprs.py.
"""
import _asyncio


def __getattr__(name):
    import _loop_reprs
    return getattr(_loop_reprs, name)


def default_loop():
    from asyncio.events import get_event_loop
    return get_event_loop()


# --- futures and tasks ------------------------------------------------------------------------

def remove_done_callback(future, function):
    kept = [who for who in future._callbacks if not (isinstance(who, tuple) and who[0] == function)]
    removed = len(future._callbacks) - len(kept)
    future._set_callbacks(kept or None)
    return removed


def _is_awaitable(value):
    return hasattr(type(value), '__await__')


def ensure_future(value, loop):
    if _asyncio.isfuture(value):
        if loop is not None and loop is not value.get_loop():
            raise ValueError('The future belongs to a different loop than the one specified '
                             'as the loop argument')
        return value
    wrapped = False
    if not _asyncio.iscoroutine(value):
        if not _is_awaitable(value):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        value, wrapped = _wrap(value), True
    if loop is None:
        loop = default_loop()
    try:
        return loop.create_task(value)
    except RuntimeError:
        if not wrapped:
            value.close()
        raise


async def _wrap(awaitable):
    return await awaitable


_wrap.__name__ = _wrap.__qualname__ = '_wrap_awaitable'


async def wait_for(fut):
    return await fut


def wait_by_callback(task, future):
    future.add_done_callback(task._wakeup, context=task.get_context())
    if task._must_cancel and future.cancel(task._cancel_message):
        task._cancel_delivered()


def create_named_task(loop, coro, name, context):
    task = loop.create_task(coro) if context is None else loop.create_task(coro, context=context)
    set_name = getattr(task, 'set_name', None)
    if set_name is not None:
        set_name(name)
    return task


def create_task(loop, factory, coro, name, context):
    if factory is None:
        return _asyncio.Task(coro, loop=loop, name=name, context=context)
    task = factory(loop, coro) if context is None else factory(loop, coro, context=context)
    if name is not None:
        try:
            set_name = task.set_name
        except AttributeError:
            return task
        set_name(name)
    return task


def gather(args, options):
    return _gather(*args, **options)


def _gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = default_loop().create_future()
        outer.set_result([])
        return outer
    made, futures, loop = {}, [], None
    for arg in coros_or_futures:
        if arg not in made:
            made[arg] = future = _asyncio.ensure_future(arg, loop=loop)
            loop = loop or future.get_loop()
            if future is not arg and isinstance(future, _asyncio.Task):
                future._log_destroy_pending = False
        futures.append(made[arg])
    return _asyncio.gather(*futures, return_exceptions=bool(return_exceptions))


_gather.__name__ = _gather.__qualname__ = 'gather'


# --- the loop -----------------------------------------------------------------------------------

def call_later(loop, args, options):
    return loop.call_at(loop.time() + args[0], *args[1:], **options)


def call_at(loop, args, options):
    return loop.call_at(float(args[0]), *args[1:], **options)


def bad_exception_handler(handler):
    raise TypeError(f'A callable object or None is expected, got {handler!r}')


def bad_task_factory(factory):
    raise TypeError('task factory must be a callable or None')


async def shutdown_asyncgens(loop):
    loop._begins_no_asyncgens()
    generators = call_method(loop, '_asyncgens', ())
    if not generators:
        return
    results = await _asyncio.gather(*[g.aclose() for g in generators], return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            loop.call_exception_handler({
                'message': f'an error occurred during closing of asynchronous generator {generator!r}',
                'exception': result,
                'asyncgen': generator,
            })


async def shutdown_default_executor(loop):
    for over in loop._executor_futures():
        await over


def bad_executor(executor):
    executor.submit
    raise NotImplementedError(f'there is no executor but the default one here: None, not {executor!r}')


# --- primitives -------------------------------------------------------------------------------------

def truth(value):
    return bool(value)


def bound_elsewhere(primitive):
    raise RuntimeError(f'{primitive!r} is bound to a different event loop')


async def enter(primitive):
    await primitive.acquire()


async def leave(primitive):
    primitive.release()


enter.__name__, enter.__qualname__ = '__aenter__', '_ContextManagerMixin.__aenter__'
leave.__name__, leave.__qualname__ = '__aexit__', '_ContextManagerMixin.__aexit__'


async def barrier_enter(barrier):
    return await barrier.wait()


barrier_enter.__name__, barrier_enter.__qualname__ = '__aenter__', 'Barrier.__aenter__'


def barrier_state(value):
    from asyncio.locks import _BarrierState
    return _BarrierState(value)


async def semaphore_acquire(semaphore):
    if semaphore.locked():
        return await semaphore._stand()
    semaphore._value -= 1
    return True


semaphore_acquire.__name__, semaphore_acquire.__qualname__ = 'acquire', 'Semaphore.acquire'


def semaphore_repr(semaphore):
    return semaphore._repr_as('locked' if semaphore.locked() else f'unlocked, value:{semaphore._value}')


# --- conditions with a lock of the program's ------------------------------------------------------

def check_lock(lock):
    for name in 'locked', 'acquire', 'release':
        getattr(lock, name)


def ask_lock(condition, name):
    return getattr(condition._lock, name)()


def condition_repr(condition):
    return condition._repr_as(condition.locked())


async def condition_wait(condition):
    if not condition.locked():
        raise RuntimeError('cannot wait on un-acquired lock')
    condition.release()
    try:
        return await condition._stand()
    finally:
        if not await _acquire_for_sure(condition):
            raise _asyncio.CancelledError


async def _acquire_for_sure(condition):
    """Whether nobody cancelled it meanwhile."""
    undisturbed = True
    while True:
        try:
            await condition.acquire()
            return undisturbed
        except _asyncio.CancelledError:
            undisturbed = False


async def condition_wait_for(condition, predicate):
    while not (result := predicate()):
        await condition.wait()
    return result


condition_wait.__name__, condition_wait.__qualname__ = 'wait', 'Condition.wait'
condition_wait_for.__name__, condition_wait_for.__qualname__ = 'wait_for', 'Condition.wait_for'


def condition_notify(condition, n):
    if not condition.locked():
        raise RuntimeError('cannot notify on un-acquired lock')
    condition._ring(n)


def condition_notify_all(condition, waiters):
    condition.notify(waiters)


# --- queues whose items are the program's affair ---------------------------------------------------

def call_method(obj, name, args):
    return getattr(obj, name)(*args)


def queue_empty(queue):
    return bool(queue.empty())


def queue_full(queue):
    return bool(queue.full())


def queue_qsize(queue):
    return len(queue._queue)


def queue_has_no_items(queue):
    return not queue._queue


def queue_is_at_limit(queue):
    return not queue._maxsize <= 0 and queue.qsize() >= queue._maxsize


def queue_put(queue, item):
    queue._queue.append(item)


def queue_get(queue):
    return queue._queue.popleft()


def lifo_queue_get(queue):
    return queue._queue.pop()


def queue_heap_put(queue, item):
    from heapq import heappush
    heappush(queue._queue, item)


def queue_heap_get(queue):
    from heapq import heappop
    return heappop(queue._queue)


def queue_format(queue):
    text = f'maxsize={queue._maxsize!r}'
    if getattr(queue, '_queue', None):
        text += f' _queue={list(queue._queue)!r}'
    for line in '_getters', '_putters':
        if waiting := len(getattr(queue, line)):
            text += f' {line}[{waiting}]'
    if queue._unfinished_tasks:
        text += f' tasks={queue._unfinished_tasks}'
    return text


def queue_repr(queue):
    return f'<{type(queue).__name__} at {id(queue):#x} {queue._format()}>'


def queue_str(queue):
    return f'<{type(queue).__name__} {queue._format()}>'
