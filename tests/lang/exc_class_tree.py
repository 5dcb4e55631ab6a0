for child, parent in [(ZeroDivisionError, ArithmeticError), (KeyError, LookupError), (FileNotFoundError, OSError),
                      (ModuleNotFoundError, ImportError), (RecursionError, RuntimeError), (UnicodeDecodeError, ValueError),
                      (KeyboardInterrupt, Exception), (StopIteration, Exception), (TimeoutError, OSError),
                      (BrokenPipeError, ConnectionError), (IndentationError, SyntaxError), (GeneratorExit, Exception)]:
    print(child.__name__, parent.__name__, issubclass(child, parent))
print(IOError is OSError, EnvironmentError is OSError, ExceptionGroup.__mro__[1:3])
