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
    generators = loop._asyncgens()
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
    executor = loop._default_executor
    if executor is not None:
        executor.shutdown(wait=False)
