from string import Template


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


t = Template("$who likes ${what}, $$5 and $who_else")
check(lambda: t.substitute(who="tim", what="ham", who_else="x"), lambda: t.substitute({"who": 1, "what": 2}, who_else=3), lambda: t.substitute(who=1), lambda: t.safe_substitute(who=1), lambda: Template("a $ b").substitute(), lambda: Template("a $ b").safe_substitute(),
      lambda: Template("x\ny $1").substitute(), lambda: t.get_identifiers(), lambda: t.is_valid(), lambda: Template("$").is_valid(), lambda: t.template, lambda: Template("${a").substitute(a=1))
class Percent(Template):
    delimiter = "%"
print(Percent("%x and $x %%").substitute(x=1))
