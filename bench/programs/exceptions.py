"""Raising, catching, finally and exceptions of one's own."""


class TooHot(ValueError):
    def __init__(self, degrees):
        super().__init__(f"{degrees} degrees")
        self.degrees = degrees


def check(degrees):
    if degrees % 3 == 0:
        raise TooHot(degrees)
    if degrees % 5 == 0:
        return {}["missing"]
    return degrees


def work(n):
    hot = missing = fine = cleaned = 0
    for i in range(n):
        try:
            check(i)
        except TooHot as e:
            hot += e.degrees % 2
        except KeyError:
            missing += 1
        else:
            fine += 1
        finally:
            cleaned += 1
        try:
            int("12x" if i % 4 == 0 else "12")
        except ValueError:
            missing += 1
    return hot, missing, fine, cleaned


print(work(250_000))
