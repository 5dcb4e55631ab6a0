"""Test cases: one instance runs one method of its class and tells a result how it went."""
import sys
import types

_NO_MESSAGE = object()
_SHORT = 80  # longest repr that a message shows whole


class SkipTest(Exception):
    """Raised in a test to leave it out."""
    __module__ = 'unittest.case'


class _Stop(Exception):
    """Ends a test from inside a subtest."""


# --- texts -----------------------------------------------------------------------------

def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _SHORT:
        text = text[:_SHORT] + ' [truncated]...'
    return text


def class_path(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _elide(text, head, tail):
    left_out = len(text) - head - tail
    if left_out <= 12:
        return text
    return f'{text[:head]}[{left_out} chars]{text[len(text) - tail:]}'


def _common_prefix_length(a, b):
    n = 0
    for x, y in zip(a, b):
        if x != y:
            break
        n += 1
    return n


def _two_reprs(a, b):
    """Both reprs, with the long parts that they share left out."""
    texts = safe_repr(a), safe_repr(b)
    longest = max(map(len, texts))
    if longest <= _SHORT:
        return texts
    shared = _common_prefix_length(*texts)
    prefix = texts[0][:shared]
    room = _SHORT - (longest - shared + 5 + 12)
    if room > 5:
        prefix = _elide(prefix, 5, room)
        return tuple(prefix + t[shared:] for t in texts)
    prefix = _elide(prefix, 5, 5)
    return tuple(prefix + _elide(t[shared:], _SHORT - 39, 5) for t in texts)


def _count_differences(first, second):
    """(count in first, count in second, element) for each element that they count apart."""
    first, second = list(first), list(second)
    try:
        return _hashed_differences(first, second)
    except TypeError:
        return _compared_differences(first, second)


def _hashed_differences(first, second):
    here, there = {}, {}
    for counts, items in ((here, first), (there, second)):
        for item in items:
            counts[item] = counts.get(item, 0) + 1
    found = [(n, there.get(item, 0), item) for item, n in here.items() if n != there.get(item, 0)]
    found.extend((0, n, item) for item, n in there.items() if item not in here)
    return found


def _take_equal(items, item):
    """How many of the items equal this one; they are taken out."""
    rest = [other for other in items if not other == item]
    n = len(items) - len(rest)
    items[:] = rest
    return n


def _compared_differences(first, second):
    found = []
    while first:
        item = first[0]
        here, there = _take_equal(first, item), _take_equal(second, item)
        if here != there:
            found.append((here, there, item))
    while second:
        item = second[0]
        found.append((0, _take_equal(second, item), item))
    return found


# --- decorators ------------------------------------------------------------------------

def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            test = item

            def item(*args, **kwargs):
                raise SkipTest(reason)
            for name in ('__module__', '__name__', '__qualname__', '__doc__'):
                setattr(item, name, getattr(test, name, None))
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if isinstance(reason, types.FunctionType):
        test, reason = reason, ''
        return decorate(test)
    return decorate


def _unchanged(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


# --- clean-ups of modules --------------------------------------------------------------

_module_cleanups = []


def _enter(context, add_cleanup):
    cls = type(context)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{class_path(cls)}' object does not support the context manager "
                        "protocol") from None
    result = enter(context)
    add_cleanup(leave, context, None, None, None)
    return result


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


# --- running a part of a test ----------------------------------------------------------

def _report(result, test, info):
    if issubclass(info[0], test.failureException):
        result.addFailure(test, info)
    else:
        result.addError(test, info)


class _Outcome:
    """What is known of a test while it runs."""

    def __init__(self, result=None):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None

    def part(self, test, subtest=False):
        return _Part(self, test, subtest)


class _Part:
    """A context for setUp, the method, tearDown or a subtest: errors go to the result."""

    def __init__(self, outcome, test, subtest):
        self.outcome = outcome
        self.test = test
        self.subtest = subtest

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, cls, error, traceback):
        if cls is not None and issubclass(cls, KeyboardInterrupt):
            return False
        self._tell(cls, error, traceback)
        self.outcome.success = self.outcome.success and self.before
        return True

    def _tell(self, cls, error, traceback):
        outcome = self.outcome
        if cls is None:
            if self.subtest and outcome.success:
                outcome.result.addSubTest(self.test.test_case, self.test, None)
        elif issubclass(cls, SkipTest):
            outcome.success = False
            outcome.result.addSkip(self.test, str(error))
        elif issubclass(cls, _Stop):
            pass
        elif outcome.expecting_failure:
            outcome.expected_failure = cls, error, traceback
        else:
            outcome.success = False
            info = cls, error, traceback
            if self.subtest:
                outcome.result.addSubTest(self.test.test_case, self.test, info)
            elif outcome.result is not None:
                _report(outcome.result, self.test, info)


class _SubTestContext:
    def __init__(self, case, message, params):
        self.case = case
        self.message = message
        self.params = params

    def __enter__(self):
        case = self.case
        self.part = None
        if case._outcome is None:
            return
        self.parent = case._subtest
        params = dict(self.params)
        if self.parent is not None:
            for name, value in self.parent.params.items():
                params.setdefault(name, value)
        case._subtest = _SubTest(case, self.message, params)
        self.part = case._outcome.part(case._subtest, True)
        self.part.__enter__()

    def __exit__(self, *info):
        if self.part is None:
            return False
        case = self.case
        try:
            if not self.part.__exit__(*info):
                return False
            outcome = case._outcome
            if not outcome.success:
                if outcome.result is not None and outcome.result.failfast:
                    raise _Stop
            elif outcome.expected_failure:
                raise _Stop
            return True
        finally:
            case._subtest = self.parent


# --- contexts of the assertions --------------------------------------------------------

def _all_derive(expected, base):
    if isinstance(expected, tuple):
        return all(_all_derive(e, base) for e in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _Context:
    msg = None

    def __init__(self, case):
        self.test_case = case

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))


class _ExpectingContext(_Context):
    """For assertRaises and assertWarns: with a callable it calls it, else it is a context."""

    obj_name = None

    def __init__(self, expected, case, pattern=None):
        super().__init__(case)
        self.expected = expected
        if pattern is not None:
            import re
            pattern = re.compile(pattern)
        self.expected_regex = pattern

    def handle(self, name, args, kwargs):
        if not _all_derive(self.expected, self.base):
            raise TypeError(f'{name}() arg 1 must be {self.base_text}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for '
                                'this function')
            return self
        function, *args = args
        try:
            self.obj_name = function.__name__
        except AttributeError:
            self.obj_name = str(function)
        with self:
            function(*args, **kwargs)

    def _expected_name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def _fail_absent(self, verb):
        by = f' by {self.obj_name}' if self.obj_name else ''
        self._fail(f'{self._expected_name()} not {verb}{by}')

    def _fail_pattern(self, text):
        self._fail(f'"{self.expected_regex.pattern}" does not match "{text}"')


class _RaisesContext(_ExpectingContext):
    base = BaseException
    base_text = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, cls, error, traceback):
        if cls is None:
            self._fail_absent('raised')
        if not issubclass(cls, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(error)):
            self._fail_pattern(str(error))
        return True


class _WarnsContext(_ExpectingContext):
    base = Warning
    base_text = 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, cls, error, traceback):
        self.manager.__exit__(cls, error, traceback)
        if cls is not None:
            return False
        first = None
        for caught in self.warnings:
            warning = caught.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.expected_regex is not None and not self.expected_regex.search(str(warning)):
                continue
            self.warning = warning
            self.filename = caught.filename
            self.lineno = caught.lineno
            return None
        if first is not None:
            self._fail_pattern(str(first))
        self._fail_absent('triggered')


class _LogsContext(_Context):
    """assertLogs and assertNoLogs: the logger has one handler only meanwhile, which keeps."""

    def __init__(self, case, logger, level, none):
        super().__init__(case)
        import logging
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.none = none

    def __enter__(self):
        import collections
        import logging
        watcher = collections.namedtuple('_LoggingWatcher', 'records output')([], [])

        class Keeper(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        keeper = Keeper()
        keeper.setLevel(self.level)
        keeper.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        logger = self.logger
        self.before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [keeper]
        logger.setLevel(self.level)
        logger.propagate = False
        self.watcher = watcher
        return None if self.none else watcher

    def __exit__(self, cls, error, traceback):
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if cls is not None:
            return False
        if self.none and self.watcher.records:
            self._fail(f'Unexpected logs found: {self.watcher.output!r}')
        if not self.none and not self.watcher.records:
            import logging
            self._fail(f'no logs of level {logging.getLevelName(self.level)} or higher '
                       f'triggered on {self.logger.name}')


# --- the case --------------------------------------------------------------------------

class TestCase:
    """Derive from it and write methods whose names begin with "test"."""
    __module__ = 'unittest.case'

    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _diffThreshold = 2 ** 16

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        self._cleanups = []
        self._subtest = None
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        else:
            self._testMethodDoc = method.__doc__
        self._type_equality_funcs = {
            dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
            set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    # Fixtures

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    # Who it is

    def countTestCases(self):
        return 1

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{class_path(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({class_path(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{class_path(self.__class__)} testMethod={self._testMethodName}>'

    # Running

    def defaultTestResult(self):
        from _unittest_run import TestResult
        return TestResult()

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn('It is deprecated to return a value that is not None from a '
                          f'test case ({method})', DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def _why_skipped(self, method):
        """The reason to leave the method out, or None."""
        cls = self.__class__
        if getattr(cls, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
            return (getattr(cls, '__unittest_skip_why__', '') or
                    getattr(method, '__unittest_skip_why__', ''))
        return None

    def run(self, result=None):
        own_result = result is None
        if own_result:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            why = self._why_skipped(method)
            if why is not None:
                result.addSkip(self, why)
            else:
                self._outcome = _Outcome(result)
                self._run_parts(method, self._outcome)
        finally:
            self._outcome = None
            result.stopTest(self)
            if own_result:
                result.stopTestRun()
        return result

    def _run_parts(self, method, outcome):
        expecting = (getattr(self, '__unittest_expecting_failure__', False) or
                     getattr(method, '__unittest_expecting_failure__', False))
        with outcome.part(self):
            self._callSetUp()
        if outcome.success:
            outcome.expecting_failure = expecting
            with outcome.part(self):
                self._callTestMethod(method)
            outcome.expecting_failure = False
            with outcome.part(self):
                self._callTearDown()
        self.doCleanups()
        if not outcome.success:
            return
        if not expecting:
            outcome.result.addSuccess(self)
        elif outcome.expected_failure:
            outcome.result.addExpectedFailure(self, outcome.expected_failure)
        else:
            outcome.result.addUnexpectedSuccess(self)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        method = getattr(self, self._testMethodName)
        why = self._why_skipped(method)
        if why is not None:
            raise SkipTest(why)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def subTest(self, msg=_NO_MESSAGE, **params):
        return _SubTestContext(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # Assertions

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return '%s : %s' % (standardMsg, msg)

    def _fail_unless(self, holds, text, msg):
        """`text` is a function, so that nothing is printed for what holds."""
        if not holds:
            raise self.failureException(self._formatMessage(msg, text()))

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._formatMessage(msg, f'{safe_repr(expr)} is not true'))

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._formatMessage(msg, f'{safe_repr(expr)} is not false'))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _RaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _RaisesContext(expected_exception, self, expected_regex)
        return context.handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _WarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _WarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _LogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _LogsContext(self, logger, level, True)

    def _equality_function(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._formatMessage(msg, '%s != %s' % _two_reprs(first, second)))

    def assertEqual(self, first, second, msg=None):
        self._equality_function(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        self._fail_unless(first != second, lambda: f'{safe_repr(first)} == {safe_repr(second)}', msg)

    def _places_and_delta(self, places, delta):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        self._places_and_delta(places, delta)
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            near = f'{safe_repr(delta)} delta'
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            near = f'{places!r} places'
        text = f'{safe_repr(first)} != {safe_repr(second)} within {near} ({safe_repr(diff)} difference)'
        raise self.failureException(self._formatMessage(msg, text))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._places_and_delta(places, delta)
        diff = abs(first - second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            near = f'{safe_repr(delta)} delta ({safe_repr(diff)} difference)'
        else:
            places = 7 if places is None else places
            if not first == second and round(diff, places) != 0:
                return
            near = f'{places!r} places'
        text = f'{safe_repr(first)} == {safe_repr(second)} within {near}'
        raise self.failureException(self._formatMessage(msg, text))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (f'\nDiff is {len(diff)} characters long. '
                          'Set self.maxDiff to None to see it.')

    def _sequence_difference(self, seq1, seq2, kind, any_kind):
        """What differs first, or None if the sequences are equal."""
        lengths = []
        for name, seq in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                return f'{name} {kind} has no length.    Non-sequence?'
        if seq1 == seq2:
            return None
        text = '%ss differ: %s != %s\n' % ((kind.capitalize(),) + _two_reprs(seq1, seq2))
        for i in range(min(lengths)):
            items = []
            for name, seq in (('first', seq1), ('second', seq2)):
                try:
                    items.append(seq[i])
                except (TypeError, IndexError, NotImplementedError):
                    return text + f'\nUnable to index element {i} of {name} {kind}\n'
            if items[0] != items[1]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % ((i,) + _two_reprs(*items))
                break
        else:
            if lengths[0] == lengths[1] and any_kind and type(seq1) != type(seq2):
                return None
        if lengths[0] == lengths[1]:
            return text
        name, longer, other = ('First', seq1, 1) if lengths[0] > lengths[1] else ('Second', seq2, 0)
        shorter = lengths[other]
        text += f'\n{name} {kind} contains {abs(lengths[0] - lengths[1])} additional elements.\n'
        try:
            text += f'First extra element {shorter}:\n{safe_repr(longer[shorter])}\n'
        except (TypeError, IndexError, NotImplementedError):
            text += f'Unable to index element {shorter} of {name.lower()} {kind}\n'
        return text

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = 'sequence' if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for name, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{name} sequence is not a {kind}: {safe_repr(seq)}')
        text = self._sequence_difference(seq1, seq2, kind, seq_type is None)
        if text is None:
            return
        import difflib
        import pprint
        diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(seq1).splitlines(),
                                              pprint.pformat(seq2).splitlines()))
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def _set_difference(self, set1, set2, name):
        try:
            return set1.difference(set2)
        except TypeError as error:
            self.fail(f'invalid type when attempting set difference: {error}')
        except AttributeError as error:
            self.fail(f'{name} argument does not support set difference: {error}')

    def assertSetEqual(self, set1, set2, msg=None):
        only1 = self._set_difference(set1, set2, 'first')
        only2 = self._set_difference(set2, set1, 'second')
        lines = []
        if only1:
            lines.append('Items in the first set but not the second:')
            lines.extend(map(repr, only1))
        if only2:
            lines.append('Items in the second set but not the first:')
            lines.extend(map(repr, only2))
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            import difflib
            import pprint
            diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(d1).splitlines(),
                                                  pprint.pformat(d2).splitlines()))
            text = self._truncateMessage('%s != %s' % _two_reprs(d1, d2), diff)
            self.fail(self._formatMessage(msg, text))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        import difflib
        lines1, lines2 = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(lines1) == 1 and first.strip('\r\n') == first:
            lines1, lines2 = [first + '\n'], [second + '\n']
        diff = '\n' + ''.join(difflib.ndiff(lines1, lines2))
        text = self._truncateMessage('%s != %s' % _two_reprs(first, second), diff)
        self.fail(self._formatMessage(msg, text))

    def assertCountEqual(self, first, second, msg=None):
        differences = _count_differences(first, second)
        if differences:
            lines = ['First has %d, Second has %d:  %r' % d for d in differences]
            text = self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines))
            self.fail(self._formatMessage(msg, text))

    def assertIn(self, member, container, msg=None):
        self._fail_unless(member in container, lambda:
                          f'{safe_repr(member)} not found in {safe_repr(container)}', msg)

    def assertNotIn(self, member, container, msg=None):
        self._fail_unless(member not in container, lambda:
                          f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}', msg)

    def assertIs(self, expr1, expr2, msg=None):
        self._fail_unless(expr1 is expr2, lambda:
                          f'{safe_repr(expr1)} is not {safe_repr(expr2)}', msg)

    def assertIsNot(self, expr1, expr2, msg=None):
        self._fail_unless(expr1 is not expr2, lambda:
                          f'unexpectedly identical: {safe_repr(expr1)}', msg)

    def assertIsNone(self, obj, msg=None):
        self._fail_unless(obj is None, lambda: f'{safe_repr(obj)} is not None', msg)

    def assertIsNotNone(self, obj, msg=None):
        self._fail_unless(obj is not None, lambda: 'unexpectedly None', msg)

    def assertIsInstance(self, obj, cls, msg=None):
        self._fail_unless(isinstance(obj, cls), lambda:
                          f'{safe_repr(obj)} is not an instance of {cls!r}', msg)

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._fail_unless(not isinstance(obj, cls), lambda:
                          f'{safe_repr(obj)} is an instance of {cls!r}', msg)

    def assertLess(self, a, b, msg=None):
        self._fail_unless(a < b, lambda: f'{safe_repr(a)} not less than {safe_repr(b)}', msg)

    def assertLessEqual(self, a, b, msg=None):
        self._fail_unless(a <= b, lambda:
                          f'{safe_repr(a)} not less than or equal to {safe_repr(b)}', msg)

    def assertGreater(self, a, b, msg=None):
        self._fail_unless(a > b, lambda: f'{safe_repr(a)} not greater than {safe_repr(b)}', msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._fail_unless(a >= b, lambda:
                          f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}', msg)

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = re.compile(expected_regex)
        self._fail_unless(expected_regex.search(text), lambda:
                          f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}", msg)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        self._fail_unless(not match, lambda: 'Regex matched: %r matches %r in %r' % (
            text[match.start():match.end()], unexpected_regex.pattern, text), msg)


def _renamed(name, old_name):
    """The method under a name that it had before; CPython 3.11 still knows these."""
    def method(self, *args, **kwargs):
        import warnings
        warnings.warn(f'Please use {name} instead.', DeprecationWarning, 2)
        return getattr(self, name)(*args, **kwargs)
    method.__name__ = old_name
    return method


for _old, _new in {
        'failUnlessEqual': 'assertEqual', 'assertEquals': 'assertEqual',
        'failIfEqual': 'assertNotEqual', 'assertNotEquals': 'assertNotEqual',
        'failUnlessAlmostEqual': 'assertAlmostEqual', 'assertAlmostEquals': 'assertAlmostEqual',
        'failIfAlmostEqual': 'assertNotAlmostEqual',
        'assertNotAlmostEquals': 'assertNotAlmostEqual',
        'failUnless': 'assertTrue', 'assert_': 'assertTrue', 'failIf': 'assertFalse',
        'failUnlessRaises': 'assertRaises', 'assertRaisesRegexp': 'assertRaisesRegex',
        'assertRegexpMatches': 'assertRegex', 'assertNotRegexpMatches': 'assertNotRegex'}.items():
    setattr(TestCase, _old, _renamed(_new, _old))


class FunctionTestCase(TestCase):
    """A test made of functions that were there before."""
    __module__ = 'unittest.case'

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return (self._setUpFunc == other._setUpFunc and self._tearDownFunc == other._tearDownFunc and
                self._testFunc == other._testFunc and self._description == other._description)

    def __hash__(self):
        return hash((type(self), self._setUpFunc, self._tearDownFunc, self._testFunc, self._description))

    def __str__(self):
        return f'{class_path(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{class_path(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


class _SubTest(TestCase):
    __module__ = 'unittest.case'

    def __init__(self, case, message, params):
        super().__init__()
        self._message = message
        self.test_case = case
        self.params = params
        self.failureException = case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _description(self):
        parts = []
        if self._message is not _NO_MESSAGE:
            parts.append(f'[{self._message}]')
        if self.params:
            inner = ', '.join(f'{name}={value!r}' for name, value in self.params.items())
            parts.append(f'({inner})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'
