from functools import wraps, update_wrapper, WRAPPER_ASSIGNMENTS

def logged(f):
    @wraps(f)
    def inner(*args, **kwargs):
        "inner"
        print("calling", f.__name__)
        return f(*args, **kwargs)
    return inner

@logged
def area(w: int, h: int = 2) -> int:
    "The area."
    return w * h

area.note = 1
print(area(3), area.__name__, area.__doc__, area.__qualname__, area.__wrapped__(2), area.__annotations__)
print(logged(area).note, WRAPPER_ASSIGNMENTS)
print(update_wrapper(lambda: 1, len).__name__)
class NoName:
    def __call__(self):
        return 5
print(wraps(NoName())(lambda: 1).__name__)
