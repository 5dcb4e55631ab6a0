"""Regular expressions: a tree of _regex_parse to the code that regex.c runs."""
import _regex
from _regex_parse import ASCII, NO_LIMIT, POSSESSIVE, error, parse, width

# As in regex.h.
(FAIL, MATCH, CHAR, CHAR_FOLD, ANY, ANY_ALL, SET, SET_FOLD, AT, SAVE, SPLIT, JUMP, REPEAT,
 LOOP_BEGIN, LOOP, BACK, BACK_FOLD, LOOK, LOOK_END, ATOMIC, ATOMIC_END, IF_GROUP) = range(22)

_ONE_CHARACTER = 'char', 'any', 'set'


def _lower_cases(first, last):
    """Of the letters beyond ASCII: their lower case may have another upper case than they."""
    found = []
    if last - first < 1024:
        for c in range(max(first, 128), last + 1):
            lower = chr(c).lower()
            if len(lower) == 1 and ord(lower) != c:
                found.append(ord(lower))
    return found


class Compiler:
    def __init__(self, widths):
        self.code = []
        self.sets = []
        self.loops = 0
        self.widths = widths

    def emit(self, *words):
        self.code.extend(words)
        return len(self.code) - 1

    def patch(self, place):
        """A jump whose target is what comes next."""
        self.code[place] = len(self.code)

    def node(self, node):
        getattr(self, node[0])(*node[1:])

    def char(self, c, fold):
        letter = chr(c)
        fold = fold and (letter.lower() != letter or letter.upper() != letter or c > 127)
        self.emit(CHAR_FOLD if fold else CHAR, c)

    def any(self, all):
        self.emit(ANY_ALL if all else ANY)

    def set(self, negated, ranges, classes, fold):
        if fold:
            ranges = ranges + [(c, c) for pair in ranges for c in _lower_cases(*pair)]
        flat = [bound for pair in ranges for bound in pair]
        made = negated, flat, classes
        if made not in self.sets:
            self.sets.append(made)
        self.emit(SET_FOLD if fold else SET, self.sets.index(made))

    def at(self, place):
        self.emit(AT, place)

    def group(self, number, node):
        self.emit(SAVE, number * 2)
        self.node(node)
        self.emit(SAVE, number * 2 + 1)

    def seq(self, nodes):
        for node in nodes:
            self.node(node)

    def alt(self, nodes):
        ends = []
        for node in nodes[:-1]:
            other = self.emit(SPLIT, len(self.code) + 3, 0)
            self.node(node)
            ends.append(self.emit(JUMP, 0))
            self.patch(other)
        self.node(nodes[-1])
        for end in ends:
            self.patch(end)

    def repeat(self, least, most, way, node):
        while node[0] == 'seq' and len(node[1]) == 1:
            node = node[1][0]
        if node[0] in _ONE_CHARACTER:
            self.emit(REPEAT, least, most, way)
            self.node(node)
        elif way == POSSESSIVE:
            self.emit(ATOMIC)
            self.loop(least, most, False, node)
            self.emit(ATOMIC_END)
        elif (least, most) == (1, 1):
            self.node(node)
        else:
            self.loop(least, most, bool(way), node)

    def loop(self, least, most, lazy, node):
        loop = self.loops
        self.loops += 1
        self.emit(LOOP_BEGIN, loop)
        head = len(self.code)
        end = self.emit(LOOP, loop, least, most, int(lazy), 0)
        self.node(node)
        self.emit(JUMP, head)
        self.patch(end)

    def back(self, group, fold):
        self.emit(BACK_FOLD if fold else BACK, group)

    def look(self, behind, negative, node):
        back = 0
        if behind:
            least, most = width(node, self.widths)
            if least != most:
                raise error('look-behind requires fixed-width pattern')
            if least >= NO_LIMIT:
                raise error('looks too much behind')
            back = least
        end = self.emit(LOOK, int(negative), back, 0)
        self.node(node)
        self.emit(LOOK_END, int(negative))
        self.patch(end)

    def atomic(self, node):
        self.emit(ATOMIC)
        self.node(node)
        self.emit(ATOMIC_END)

    def if_group(self, group, yes, no):
        otherwise = self.emit(IF_GROUP, group, 0)
        self.node(yes)
        end = self.emit(JUMP, 0)
        self.patch(otherwise)
        self.node(no)
        self.patch(end)


setattr(Compiler, 'if', Compiler.if_group)


def first_of(node):
    """(what a match of the node begins with, whether it can be empty): the former is a list of
    (ranges, classes), or None for anything."""
    kind = node[0]
    if kind == 'char':
        return _first_char(node[1], node[2]), False
    if kind == 'set' and not node[1] and not node[4]:
        return [(node[2], node[3])], False
    if kind == 'group':
        return first_of(node[2])
    if kind == 'atomic':
        return first_of(node[1])
    if kind == 'seq':
        found = []
        for item in node[1]:
            first, empty = first_of(item)
            if first is None:
                return None, empty
            found.extend(first)
            if not empty:
                return found, False
        return found, True
    if kind == 'alt':
        firsts = [first_of(branch) for branch in node[1]]
        if any(first is None for first, _ in firsts):
            return None, True
        return [item for first, _ in firsts for item in first], any(empty for _, empty in firsts)
    if kind == 'repeat':
        first, empty = first_of(node[4])
        return first, empty or node[1] == 0
    if kind in ('at', 'look'):
        return [], True
    return None, True


def _first_char(c, fold):
    if not fold:
        return [([(c, c)], [])]
    letter = chr(c)
    # Some letters have more forms than two.
    if c > 127 or letter in 'iIkKsS':
        return None
    return [([(ord(letter.lower()),) * 2, (ord(letter.upper()),) * 2], [])]


def compile(source, flags):
    tree, flags, names, groups, widths = parse(source, flags)
    compiler = Compiler(widths)
    compiler.node(tree)
    compiler.emit(MATCH)
    first, empty = first_of(tree)
    wanted = None
    if first and not empty:
        ranges = [bound for pairs, _ in first for pair in pairs for bound in pair]
        wanted = False, ranges, [number for _, classes in first for number in classes]
    return _regex.make(source, flags, compiler.code, compiler.sets, groups, compiler.loops, names,
                       wanted, not isinstance(source, str) or bool(flags & ASCII))
