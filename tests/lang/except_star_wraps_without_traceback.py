import traceback


def fail():
    raise ValueError("alone")


def names(error):
    return [entry.name for entry in traceback.extract_tb(error.__traceback__)]


try:
    fail()
except* ValueError as group:
    print(repr(group), group.__traceback__, names(group.exceptions[0]))
    kept = group

try:
    try:
        fail()
    except* ValueError as group:
        raise
except Exception as error:
    print(repr(error), names(error), names(error.exceptions[0]))

try:
    try:
        fail()
    except* ValueError as group:
        raise KeyError("new")
except* KeyError as group:
    print(repr(group), group.__traceback__, names(group.exceptions[0]), repr(group.exceptions[0].__context__))

try:
    raise kept
except* ValueError as group:
    print(repr(group), names(group))
