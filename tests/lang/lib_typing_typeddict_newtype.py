from typing import TypedDict, NotRequired, NewType, List, is_typeddict, Required


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]
class More(Movie, total=False):
    stars: float
m: Movie = {"title": "x"}
print(Movie(title="a"), Movie({"title": "b"}, year=1), Movie.__annotations__, Movie.__required_keys__, sorted(More.__optional_keys__), More.__total__, type(Movie(title="q")), is_typeddict(Movie), Movie)
check(lambda: isinstance({}, Movie), lambda: TypedDict("Z", {"q": int})(q=1))
UserId = NewType("UserId", int)
check(lambda: UserId, lambda: UserId(5) + 1, lambda: UserId.__supertype__, lambda: UserId.__name__, lambda: List[UserId], lambda: UserId | None)
