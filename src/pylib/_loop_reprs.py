"""What the event loop says of its things: reprs, stacks, errors and reports."""
import reprlib

import _asyncio
from _caller import source_line


def repr_of(value):
    return repr(value)


# --- reprs ----------------------------------------------------------------------------------

def _source(function):
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
    if type(function).__name__ == 'partial' and hasattr(function, 'func'):
        return _source(function.func)
    code = None if hasattr(function, '__func__') else getattr(function, '__code__', None)
    return code and _is_shown(code) and (code.co_filename, code.co_firstlineno)


def _is_shown(code):
    """The library's own code stands nowhere that a program could look at."""
    import sys
    return code.co_filename == getattr(sys.modules['__main__'], '__file__', code.co_filename)


def _call_text(function, args, kwargs, suffix=''):
    if type(function).__name__ == 'partial' and hasattr(function, 'func'):
        suffix = _arguments_text(args, kwargs) + suffix
        return _call_text(function.func, function.args, function.keywords, suffix)
    name = getattr(function, '__qualname__', None) or getattr(function, '__name__', None)
    return (name or repr(function)) + _arguments_text(args, kwargs) + suffix


def _arguments_text(args, kwargs):
    parts = [reprlib.repr(a) for a in args or ()]
    parts += [f'{k}={reprlib.repr(v)}' for k, v in (kwargs or {}).items()]
    return f"({', '.join(parts)})"


def callback_text(function, args, kwargs=None):
    text = _call_text(function, args, kwargs)
    source = _source(function)
    return f'{text} at {source[0]}:{source[1]}' if source else text


def _listener_text(who):
    if isinstance(who, tuple):
        return callback_text(who[0], ())
    if isinstance(who, _asyncio.Task):
        return 'Task.task_wakeup()'
    if isinstance(who, _asyncio.EventLoop):
        return '_run_until_complete_cb()'
    if type(who) is not _asyncio.Future:
        return 'gather.<locals>._done_callback()'
    return '_release_waiter()'


def _listeners_text(listeners):
    texts = [_listener_text(who) for who in listeners]
    if len(texts) > 2:
        texts = [texts[0], f'<{len(texts) - 2} more>', texts[-1]]
    return f"cb=[{', '.join(texts)}]"


def _made_text(what):
    made = what._source_traceback
    return [f'created at {made[-1][0]}:{made[-1][1]}'] if made else []


def _future_info(future):
    info = [future._state.lower()]
    if future._state == 'FINISHED':
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            info.append(f'result={reprlib.repr(future._result)}')
    if future._callbacks:
        info.append(_listeners_text(future._callbacks))
    return info + _made_text(future)


@reprlib.recursive_repr()
def future_repr(future):
    return f"<{type(future).__name__} {' '.join(_future_info(future))}>"


def _coroutine_text(coro):
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    name = f'{name}()' if name else f'<{type(coro).__name__} without __name__>()'
    running = getattr(coro, 'cr_running', None) or getattr(coro, 'gi_running', None)
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    if code is None or not _is_shown(code):
        return f'{name} running' if running else name
    if frame is not None:
        return f'{name} running at {code.co_filename}:{frame.f_lineno}'
    return f'{name} done, defined at {code.co_filename}:{code.co_firstlineno}'


@reprlib.recursive_repr()
def task_repr(task):
    info = _future_info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'
    info.insert(1, f'name={task.get_name()!r}')
    if task._fut_waiter is not None:
        info.insert(2, f'wait_for={task._fut_waiter!r}')
    if task._coro is not None:
        info.insert(2, f'coro=<{_coroutine_text(task._coro)}>')
    return f"<{type(task).__name__} {' '.join(info)}>"


def handle_repr(handle):
    info = [type(handle).__name__]
    if handle._cancelled:
        info.append('cancelled')
    if type(handle) is _asyncio.TimerHandle:
        info.append(f'when={handle._when}')
    if handle._callback is not None:
        info.append(callback_text(handle._callback, handle._args))
    return f"<{' '.join(info + _made_text(handle))}>"


# --- tasks -----------------------------------------------------------------------------------------

def bad_yield(task, value):
    """The error for a task whose coroutine yielded something that cannot be waited for."""
    if value is task:
        return RuntimeError(f'Task cannot await on itself: {task!r}')
    if _asyncio.isfuture(value):
        if value.get_loop() is not task.get_loop():
            return RuntimeError(f'Task {task!r} got Future {value!r} attached to a different loop')
        return RuntimeError(f'yield was used instead of yield from in task {task!r} with {value!r}')
    if type(value).__name__ == 'generator':
        return RuntimeError(f'yield was used instead of yield from for generator in task {task!r} '
                            f'with {value!r}')
    return RuntimeError(f'Task got bad yield: {value!r}')


def _frames(task):
    """That of its coroutine, unless this is one of the library's own."""
    coro = task._coro
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    return [frame] if frame is not None and frame.f_code is not None else []


def task_stack(task, limit):
    frames = _frames(task)
    if frames:
        return frames if limit is None else frames[:limit] if limit > 0 else []
    found, trace = [], task._exception and task._exception.__traceback__
    while trace is not None:
        if limit is not None and len(found) >= limit:
            break
        found.append(trace.tb_frame)
        trace = trace.tb_next
    return found


def _entries(task, limit):
    """Of each function: the file, the line, the name."""
    error, frames = task._exception, task_stack(task, limit)
    lines = [frame.f_lineno for frame in frames]
    if error is not None:
        lines, trace = [], error.__traceback__
        while trace is not None:
            lines.append(trace.tb_lineno)
            trace = trace.tb_next
    return [(f.f_code.co_filename, line, f.f_code.co_name)
            for f, line in zip(frames, lines)]


def task_print_stack(task, limit, file):
    """As in CPython, the functions go to standard error when no file is given, the rest does not."""
    import sys
    import traceback
    error = task._exception
    if not task_stack(task, limit):
        print(f'No stack for {task!r}', file=file)
    else:
        what = 'Stack' if error is None else 'Traceback'
        print(f'{what} for {task!r} (most recent call last):', file=file)
    for name, line, function in _entries(task, limit):
        print(f'  File "{name}", line {line}, in {function}', file=file or sys.stderr)
        text = source_line(name, line)
        if text:
            print('    ' + text.strip(), file=file or sys.stderr)
    if error is not None:
        for line in traceback.format_exception_only(type(error), error):
            print(line, file=file, end='')


# --- reports ---------------------------------------------------------------------------------------

def _source_of(what):
    made = what._source_traceback
    return {'source_traceback': made} if made else {}


def pending_task_destroyed(task, is_first):
    """Of a ring that dies the coroutine, which is older, dies before its task; of what dies with the
    program the task does."""
    if not is_first and task._coro is not None:
        _asyncio._end_coroutine(task._coro)
    task.get_loop().call_exception_handler({
        'message': 'Task was destroyed but it is pending!',
        'task': task,
    } | _source_of(task))
    if is_first and task._coro is not None:
        _asyncio._end_coroutine(task._coro)


def already_done(task):
    error = _asyncio.InvalidStateError(f'_step(): already done: {task!r}, None')
    task.get_loop().call_exception_handler({
        'message': f'Exception in callback {task!r}',
        'exception': error,
    })


def callback_failed(loop, handle, error):
    """The handler of the loop is called while the error is handled: what it raises has that as its context."""
    try:
        raise error
    except BaseException as handled:
        loop.call_exception_handler({
            'message': f'Exception in callback {callback_text(handle._callback, handle._args)}',
            'exception': handled,
            'handle': handle,
        } | _source_of(handle))


def slow_callback(who, seconds):
    import logging
    logging.getLogger('asyncio').warning('Executing %s took %.3f seconds', who, seconds)


def _log(message, error=None):
    import logging
    info = (type(error), error, error.__traceback__) if error is not None else False
    logging.getLogger('asyncio').error(message, exc_info=info)


def log_selector(loop):
    """What CPython's loop on Linux says at its beginning, to those who log so much."""
    import logging
    logger = logging.getLogger('asyncio')
    if logger.isEnabledFor(logging.DEBUG):
        logger.handle(logger.makeRecord('asyncio', logging.DEBUG, 'selector_events.py', 54, 'Using selector: %s',
                                        ('EpollSelector',), None, '__init__'))
    return loop


def error_for_loop(error):
    from _cook_futures import error_for_loop
    return error_for_loop(error)


def _context_text(key, value):
    if key != 'source_traceback':
        return repr(value)
    import traceback
    text = ''.join(traceback.format_list([(*stand, source_line(*stand[:2])) for stand in value]))
    return 'Object created at (most recent call last):\n' + text.rstrip()


def default_exception_handler(loop, context):
    lines = [context.get('message') or 'Unhandled exception in event loop']
    for key in sorted(context):
        if key not in ('message', 'exception'):
            lines.append(f'{key}: {_context_text(key, context[key])}')
    _log('\n'.join(lines), context.get('exception'))


def call_exception_handler(loop, context):
    handler = loop.get_exception_handler()
    if handler is None:
        try:
            loop.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _log('Exception in default exception handler', error)
        return
    try:
        handler(loop, context)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        try:
            loop.default_exception_handler({
                'message': 'Unhandled error in exception handler',
                'exception': error,
                'context': context,
            })
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as second:
            _log('Exception in default exception handler while handling an unexpected error '
                 'in custom exception handler', second)
