# What patterns do in Python.


def re_sub(pattern, repl, string, count, counted):
    import _regex_template
    return _regex_template.substitute(pattern, repl, string, count, counted)


def re_expand(match, template):
    import _regex_template
    return _regex_template.expand(_regex_template.parse(template, match.re), match)


def re_scanner(pattern, string, pos, endpos):
    import _regex_template
    return _regex_template.Scanner(pattern, string, pos, endpos)
