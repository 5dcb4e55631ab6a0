import traceback


def outer():
    inner()


def inner():
    raise LookupError("deep")


try:
    outer()
except LookupError as error:
    for entry in traceback.extract_tb(error.__traceback__):
        print(entry.name, entry.lineno, entry.line)
    print(len(traceback.format_tb(error.__traceback__)))
    print(error.__traceback__.tb_lineno, error.__traceback__.tb_next.tb_lineno)
