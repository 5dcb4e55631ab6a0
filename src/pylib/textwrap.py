"""Text wrapped to a width, and indentation added or taken away."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_WHITESPACE = '\t\n\x0b\x0c\r '
_TO_SPACES = {ord(c): ' ' for c in _WHITESPACE}


# --- where a text may be broken ---------------------------------------------------------

def _is_word(c):
    return c.isalnum() or c == '_'


def _is_letter(text, at):
    return 0 <= at < len(text) and _is_word(text[at]) and not text[at].isnumeric()


def _dashes(text, at):
    """The end of an em-dash (two or more hyphens before a word) that begins there, or 0."""
    if at == 0 or not (_is_word(text[at - 1]) or text[at - 1] in '!"\'&.,?'):
        return 0
    end = at
    while end < len(text) and text[end] == '-':
        end += 1
    return end if end - at >= 2 and end < len(text) and _is_word(text[end]) else 0


def _breaks_after_hyphen(text, at):
    """Whether a word may be broken behind the hyphen there: letters on both its sides."""
    before = _is_letter(text, at - 1) and (
        _is_letter(text, at - 2) or at >= 2 and text[at - 2] == '-' and _is_letter(text, at - 3))
    if not before or not _is_letter(text, at + 1):
        return False
    return _is_letter(text, at + 2) or text[at + 2:at + 3] == '-' and _is_letter(text, at + 3)


def _chunk_end(text, at):
    if text[at] in _WHITESPACE:
        while at < len(text) and text[at] in _WHITESPACE:
            at += 1
        return at
    end = _dashes(text, at)
    if end:
        return end
    at += 1
    while at < len(text) and text[at] not in _WHITESPACE:
        if text[at] == '-' and _breaks_after_hyphen(text, at):
            return at + 1
        if _dashes(text, at):
            return at
        at += 1
    return at


def _simple_end(text, at):
    space = text[at] in _WHITESPACE
    while at < len(text) and (text[at] in _WHITESPACE) == space:
        at += 1
    return at


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        return text.translate(_TO_SPACES) if self.replace_whitespace else text

    def _split(self, text):
        next_end = _chunk_end if self.break_on_hyphens is True else _simple_end
        chunks = []
        at = 0
        while at < len(text):
            end = next_end(text, at)
            chunks.append(text[at:end])
            at = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            if chunks[i + 1] != ' ':
                continue
            word = chunks[i][:-1] if chunks[i][-1:] in ('"', "'") else chunks[i]
            if word[-1:] in ('.', '!', '?') and 'a' <= word[-2:-1] <= 'z':
                chunks[i + 1] = '  '

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        room = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            end = room
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind('-', 0, room)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _check(self):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')

    def _take_line(self, chunks, width, is_first):
        """What of the reversed chunks makes up the next line."""
        if self.drop_whitespace and not is_first and not chunks[-1].strip():
            chunks.pop()
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _is_done(self, chunks):
        return not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()

    def _cut(self, lines, line, indent, width):
        """Ends the text with the placeholder: there is more of it than lines allowed."""
        while line:
            length = sum(map(len, line))
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        self._check()
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line = self._take_line(chunks, width, not lines)
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or self._is_done(chunks) and sum(map(len, line)) <= width):
                lines.append(indent + ''.join(line))
            else:
                self._cut(lines, line, indent, width)
                break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(' '.join(text.strip().split()))


# --- indentation ------------------------------------------------------------------------

def _common_start(a, b):
    for i, (x, y) in enumerate(zip(a, b)):
        if x != y:
            return a[:i]
    return min(a, b, key=len)


def dedent(text):
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        rest = line.lstrip(' \t')
        if not rest:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(rest)]
        margin = indent if margin is None else _common_start(margin, indent)
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return ''.join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
