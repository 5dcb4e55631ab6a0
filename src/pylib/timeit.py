"""timeit: how long callables take, by the run's virtual clock. Text cannot be timed: there is
no exec here."""
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _nothing():
    pass


class Timer:
    def __init__(self, stmt=_nothing, setup=_nothing, timer=default_timer, globals=None):
        for name, code in (('stmt', stmt), ('setup', setup)):
            if isinstance(code, str) and code.strip() == 'pass':
                continue
            if isinstance(code, str):
                raise ValueError(f'{name} is text, which cannot be run here: give a function '
                                 '(lambda: ...)')
            if not callable(code):
                raise ValueError(f'{name} is neither a string nor callable')
        self.stmt = _nothing if isinstance(stmt, str) else stmt
        self.setup = _nothing if isinstance(setup, str) else setup
        self.timer = timer

    def timeit(self, number=default_number):
        self.setup()
        stmt = self.stmt
        start = self.timer()
        for _ in range(number):
            stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt=_nothing, setup=_nothing, timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt=_nothing, setup=_nothing, timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
