"""asyncio. What the scheduler does itself is C (_asyncio): loops, tasks, futures, locks, queues.
What is built upon that stands in the files of this package; those that few programs need are read
when somebody asks for one of their names.
"""
from _asyncio import (
    Barrier, BoundedSemaphore, BrokenBarrierError, CancelledError, Condition, Event, Future, Handle,
    InvalidStateError, LifoQueue, Lock, PriorityQueue, Queue, QueueEmpty, QueueFull, Semaphore, Task,
    TimerHandle, _get_running_loop, _set_running_loop, all_tasks, create_task, current_task,
    ensure_future, gather, get_running_loop, iscoroutine, isfuture, sleep, wait_for,
)
from _support import execute
from asyncio.events import get_event_loop, new_event_loop, set_event_loop
from asyncio.runners import Runner, run

TimeoutError = TimeoutError
FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

__all__ = (
    'BaseEventLoop', 'iscoroutinefunction', 'iscoroutine', 'AbstractEventLoopPolicy',
    'AbstractEventLoop', 'Handle', 'TimerHandle', 'get_event_loop_policy', 'set_event_loop_policy',
    'get_event_loop', 'set_event_loop', 'new_event_loop', '_set_running_loop', 'get_running_loop',
    '_get_running_loop', 'BrokenBarrierError', 'CancelledError', 'InvalidStateError', 'TimeoutError',
    'Future', 'isfuture', 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier',
    'Runner', 'run', 'Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'Task',
    'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for',
    'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'current_task', 'all_tasks',
    'wrap_future', 'run_coroutine_threadsafe', 'to_thread', 'Timeout', 'timeout', 'timeout_at', 'SelectorEventLoop', 'DefaultEventLoopPolicy',
)

_LATER = {
    'as_completed': 'tasks', 'shield': 'tasks', 'wait': 'tasks',
    'TaskGroup': 'taskgroups',
    'Timeout': 'timeouts', 'timeout': 'timeouts', 'timeout_at': 'timeouts',
    'iscoroutinefunction': 'coroutines',
    'to_thread': 'threads',
    'AbstractEventLoop': 'events', 'AbstractEventLoopPolicy': 'events',
    'get_event_loop_policy': 'events', 'set_event_loop_policy': 'events',
    'BaseEventLoop': 'base_events',
    'DefaultEventLoopPolicy': 'unix_events', 'SelectorEventLoop': 'unix_events',
}
_PARTS = ('base_events', 'coroutines', 'exceptions', 'futures', 'locks', 'log', 'queues',
          'taskgroups', 'tasks', 'threads', 'timeouts', 'unix_events')


def __getattr__(name):
    if name in _LATER:
        execute(f'from asyncio.{_LATER[name]} import {name}', globals())
    elif name in ('run_coroutine_threadsafe', 'wrap_future'):
        execute(f'from asyncio.futures import {name}', globals())
    elif name in _PARTS:
        execute(f'import asyncio.{name}', {})
    else:
        raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_LATER, *_PARTS, 'run_coroutine_threadsafe', 'wrap_future'})
