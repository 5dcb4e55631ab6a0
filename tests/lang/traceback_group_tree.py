import traceback


def fail(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error


group = ExceptionGroup("outer", [fail(ValueError, "v"),
                                 ExceptionGroup("inner", [fail(KeyError, "k"), TypeError("t")])])
text = "".join(traceback.format_exception(group))
for line in text.splitlines():
    if "File" not in line:
        print(line)
