import traceback

try:
    try:
        int("x")
    except ValueError as first:
        raise TypeError("second") from first
except TypeError as error:
    taken = traceback.TracebackException.from_exception(error)
print(taken.exc_type.__name__, str(taken), taken.__cause__.exc_type.__name__, str(taken.__cause__))
print(list(taken.format_exception_only()))
print(taken.stack[0].name, taken.__suppress_context__)
