import textwrap

print(repr(textwrap.dedent("""
    one
      two

    three
    """)))
print(repr(textwrap.dedent("  \ta\n  \t b")), repr(textwrap.dedent("\ta\n    b")), repr(textwrap.dedent("a\n  b")), repr(textwrap.dedent("   \n  x\n\t\n")))
print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "> ", lambda line: True)), repr(textwrap.indent("", "x")))
