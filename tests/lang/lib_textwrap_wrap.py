import textwrap


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


text = "Hello there, how are you this fine day?  I'm glad to hear it -- really-really glad, well-known friend!"
for width in (12, 20, 40):
    print(textwrap.wrap(text, width))
print(textwrap.fill("a bb ccc dddd eeeee", 6, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("abcdefghij klm", 4), textwrap.wrap("abcdefghij klm", 4, break_long_words=False), textwrap.wrap("one-two-three", 5, break_on_hyphens=False), textwrap.wrap("", 5), textwrap.wrap("tab\there\nnew line", 10))
print(textwrap.shorten("Hello  world and all", 12), textwrap.shorten("Hello", 12), textwrap.shorten("Hello world", 8, placeholder="..."))
print(textwrap.wrap("foo. Bar baz", 30, fix_sentence_endings=True), textwrap.wrap("a b c d e f", 8, max_lines=1), textwrap.wrap("em--dash and x--y", 6))
check(lambda: textwrap.wrap("x", 0), lambda: textwrap.wrap("hello", 3, max_lines=1), lambda: textwrap.TextWrapper(width=10).wrap("aaa bbb ccc"))
