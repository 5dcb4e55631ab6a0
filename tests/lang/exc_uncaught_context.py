class Refused(Exception):
    pass


try:
    {}["a"]
except KeyError:
    raise Refused("while handling", 2)
