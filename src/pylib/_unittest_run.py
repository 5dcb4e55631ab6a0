"""Loading, running and reporting tests."""
import sys
import time

from _unittest_case import (FunctionTestCase, SkipTest, TestCase, _SubTest, class_path,
                            doModuleCleanups)


# --- results ---------------------------------------------------------------------------

class TestResult:
    """Keeps what became of each test."""
    __module__ = 'unittest.result'

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stdout_buffer is None:
            import io
            self._stdout_buffer = io.StringIO()
            self._stderr_buffer = io.StringIO()
        sys.stdout = self._stdout_buffer
        sys.stderr = self._stderr_buffer

    def _buffered(self):
        """What the test printed, under its titles."""
        for title, stream in (('Stdout', sys.stdout), ('Stderr', sys.stderr)):
            text = stream.getvalue()
            if text:
                end = '' if text.endswith('\n') else '\n'
                yield stream, f'\n{title}:\n{text}{end}'

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for stream, text in self._buffered():
                out = stream is self._stdout_buffer
                (self._original_stdout if out else self._original_stderr).write(text)
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for stream in (self._stdout_buffer, self._stderr_buffer):
            if stream is not None:
                stream.seek(0)
                stream.truncate()

    def _stop_if_failfast(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._stop_if_failfast()
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addFailure(self, test, err):
        self._stop_if_failfast()
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        self._stop_if_failfast()
        failed = issubclass(err[0], test.failureException)
        kept = self.failures if failed else self.errors
        kept.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self._stop_if_failfast()
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        import traceback
        cls, error, tb = err
        text = ''.join(traceback.TracebackException(cls, error, tb, compact=True).format())
        if self.buffer:
            text += ''.join(part for _, part in self._buffered())
        return text

    def __repr__(self):
        return (f'<{class_path(self.__class__)} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')


class _Lines:
    """A stream that also knows writeln."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ('stream', '__getstate__'):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, text=None):
        self.write(f'{text}\n' if text else '\n')


class TextTestResult(TestResult):
    """A result that tells each test on a stream: a letter, or a line if verbose."""
    __module__ = 'unittest.runner'

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        doc = test.shortDescription()
        return f'{test}\n{doc}' if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        in_subtest = isinstance(test, _SubTest)
        if in_subtest or self._newline:
            if not self._newline:
                self.stream.writeln()
            if in_subtest:
                self.stream.write('  ')
            self.stream.write(f'{self.getDescription(test)} ... ')
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _tell(self, test, status, letter):
        if self.showAll:
            self._write_status(test, status)
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._tell(subtest, 'FAIL', 'F')
            else:
                self._tell(subtest, 'ERROR', 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f'skipped {reason!r}', 's')

    def _tell_plain(self, status, letter):
        if self.showAll:
            self.stream.writeln(status)
        elif self.dots:
            self.stream.write(letter)
        if self.showAll or self.dots:
            self.stream.flush()

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell_plain('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell_plain('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


# --- suites ----------------------------------------------------------------------------

class _ErrorHolder:
    """Stands for a test where a fixture of a class or module failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.description

    def run(self, result):
        pass

    def __call__(self, result):
        pass

    def countTestCases(self):
        return 0


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


class BaseTestSuite:
    """Tests in a row, without fixtures of classes and modules."""
    __module__ = 'unittest.suite'

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{class_path(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(t.countTestCases() for t in self if t)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing '
                            'them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def _forget(self, index):
        """A test that has run is let go of."""
        test = self._tests[index]
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._forget(index)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """Tests in a row, with setUpClass, setUpModule and their opposites between them."""
    __module__ = 'unittest.suite'

    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not _is_suite(test):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            self._forget(index)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _fixture(self, result, function, title, on_error=None):
        """Calls a fixture; an error of it is told as one of a test of its own."""
        result._setupStdout()
        try:
            function()
        except Exception as error:
            if on_error:
                on_error()
            self._tell_error(result, title, sys.exc_info())
        finally:
            result._restoreStdout()

    def _tell_error(self, result, title, info):
        holder = _ErrorHolder(title)
        if isinstance(info[1], SkipTest):
            result.addSkip(holder, str(info[1]))
        else:
            result.addError(holder, info)

    def _class_cleanups(self, cls, result, title):
        clean = getattr(cls, 'doClassCleanups', None)
        if clean is not None:
            clean()
            for info in cls.tearDown_exceptions:
                self._tell_error(result, title, info)

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls == result._previousTestClass or result._moduleSetUpFailed:
            return
        if getattr(cls, '__unittest_skip__', False):
            return
        cls._classSetupFailed = False
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return

        def fail():
            cls._classSetupFailed = True
        title = f'setUpClass ({class_path(cls)})'
        self._fixture(result, set_up, title, fail)
        if cls._classSetupFailed:
            self._class_cleanups(cls, result, title)

    def _leave_class(self, test, result):
        previous = result._previousTestClass
        if previous is None or test.__class__ == previous:
            return
        if (getattr(previous, '_classSetupFailed', False) or result._moduleSetUpFailed or
                getattr(previous, '__unittest_skip__', False)):
            return
        title = f'tearDownClass ({class_path(previous)})'
        tear_down = getattr(previous, 'tearDownClass', None)
        if tear_down is not None:
            self._fixture(result, tear_down, title)
        self._class_cleanups(previous, result, title)

    def _previous_module(self, result):
        previous = result._previousTestClass
        return None if previous is None else previous.__module__

    def _enter_module(self, test, result):
        name = test.__class__.__module__
        if name == self._previous_module(result):
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), 'setUpModule', None)
        if set_up is None:
            return

        def fail():
            result._moduleSetUpFailed = True
        title = f'setUpModule ({name})'
        self._fixture(result, set_up, title, fail)
        if result._moduleSetUpFailed:
            self._fixture(result, doModuleCleanups, title)

    def _leave_module(self, result):
        name = self._previous_module(result)
        if name is None or result._moduleSetUpFailed:
            return
        title = f'tearDownModule ({name})'
        tear_down = getattr(sys.modules.get(name), 'tearDownModule', None)
        if tear_down is not None:
            self._fixture(result, tear_down, title)
        self._fixture(result, doModuleCleanups, title)


# --- loading ---------------------------------------------------------------------------

def _case_failing_with(name, error, suite_class):
    """A suite whose one test raises what kept the real one from being found."""
    def fail(self):
        raise error
    cls = type('_FailedTest', (TestCase,), {name: fail, '__module__': 'unittest.loader'})
    return suite_class((cls(name),))


class TestLoader:
    """Finds tests in classes and modules."""
    __module__ = 'unittest.loader'

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda x, y: (x > y) - (x < y))
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        def is_test(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return not self.testNamePatterns or any(p in full for p in self.testNamePatterns)

        names = list(filter(is_test, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            import functools
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant '
                            'to derive from TestCase?')
        if testCaseClass in (TestCase, FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if (isinstance(item, type) and issubclass(item, TestCase) and
                    item not in (TestCase, FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(item))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        return load_tests(self, tests, pattern) if load_tests is not None else tests

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        item, parent = module, None
        if item is None:
            item = sys.modules[parts.pop(0)]
        for part in parts:
            parent = item
            try:
                item = getattr(item, part)
            except AttributeError as error:
                self.errors.append(f'Failed to access attribute:\n{error}')
                return _case_failing_with(part, error, self.suiteClass)
        if isinstance(item, type(sys)):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase) and callable(item):
            return self.suiteClass([parent(parts[-1])])
        if _is_suite(item):
            return item
        if callable(item):
            test = item()
            if _is_suite(test):
                return test
            if isinstance(test, TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {item} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


# --- the runner and the program --------------------------------------------------------

class TextTestRunner:
    """Runs a test or suite and prints a report."""
    __module__ = 'unittest.runner'

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False,
                 buffer=False, resultclass=None, warnings=None, *, tb_locals=False):
        self.stream = _Lines(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.buffer = self.buffer
        result.tb_locals = self.tb_locals
        start = time.perf_counter()
        self._run_under_warnings(test, result)
        taken = time.perf_counter() - start
        result.printErrors()
        self._summarize(result, taken)
        return result

    def _run_under_warnings(self, test, result):
        import warnings
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = getattr(result, 'startTestRun', None)
            if start is not None:
                start()
            try:
                test(result)
            finally:
                stop = getattr(result, 'stopTestRun', None)
                if stop is not None:
                    stop()

    def _summarize(self, result, taken):
        out = self.stream
        if hasattr(result, 'separator2'):
            out.writeln(result.separator2)
        n = result.testsRun
        out.writeln('Ran %d test%s in %.3fs' % (n, '' if n == 1 else 's', taken))
        out.writeln()
        infos = []
        if result.wasSuccessful():
            out.write('OK')
        else:
            out.write('FAILED')
            for name, found in (('failures', result.failures), ('errors', result.errors)):
                if found:
                    infos.append(f'{name}={len(found)}')
        for name, found in (('skipped', result.skipped),
                            ('expected failures', result.expectedFailures),
                            ('unexpected successes', result.unexpectedSuccesses)):
            if found:
                infos.append(f'{name}={len(found)}')
        out.writeln(f' ({", ".join(infos)})' if infos else '')
        out.flush()


class TestProgram:
    """What unittest.main() makes: it loads the tests of a module, runs them and exits."""
    __module__ = 'unittest.main'

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) else module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = bool(failfast)
        self.buffer = bool(buffer)
        self.tb_locals = tb_locals
        self.warnings = 'default' if warnings is None else warnings
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.testNames = [defaultTest] if isinstance(defaultTest, str) else defaultTest
        self._read_arguments((sys.argv if argv is None else argv)[1:])
        if self.testNames is None:
            self.test = testLoader.loadTestsFromModule(self.module)
        else:
            self.test = testLoader.loadTestsFromNames(self.testNames, self.module)
        self.runTests()

    def _read_arguments(self, arguments):
        names, patterns = [], []
        arguments = list(arguments)
        while arguments:
            argument = arguments.pop(0)
            if argument in ('-v', '--verbose'):
                self.verbosity = 2
            elif argument in ('-q', '--quiet'):
                self.verbosity = 0
            elif argument in ('-f', '--failfast'):
                self.failfast = True
            elif argument in ('-b', '--buffer'):
                self.buffer = True
            elif argument == '-k' and arguments:
                patterns.append(arguments.pop(0))
            elif not argument.startswith('-'):
                names.append(argument)
        if names:
            self.testNames = names
        if patterns:
            self.testLoader.testNamePatterns = patterns

    def runTests(self):
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            try:
                runner = runner(verbosity=self.verbosity, failfast=self.failfast,
                                buffer=self.buffer, warnings=self.warnings,
                                tb_locals=self.tb_locals)
            except TypeError:
                runner = runner()
        self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())
