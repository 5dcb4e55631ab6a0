e = ValueError("with a note")
e.add_note("look here")
e.add_note("two\nlines")
raise e
