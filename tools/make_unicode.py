#!/usr/bin/env python3
"""Writes src/vm/unicode_tables.inc: what src/vm/unicode.c knows about each code point.

Python's own str methods are asked, so the tables agree with the Python that runs this:
3.11, whose Unicode is 14.0. Classes that Python does not show (cased, ignored by the rule
of the final sigma) are found by looking at what they make it do.

    python3.11 tools/make_unicode.py > src/vm/unicode_tables.inc
"""

import unicodedata

SHIFT = 7
LAST = 0x110000
FLAGS = ["ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "LOWER", "UPPER", "TITLE", "SPACE", "LINE_BREAK",
         "PRINTABLE", "ID_START", "ID_CONTINUE", "CASED", "IGNORED", "SPECIAL"]
MAPPINGS = ["upper", "lower", "title", "casefold"]


def ends_a_word(before):
    """Whether a capital sigma after this text is a final one."""
    return (before + "\u03a3").lower().endswith("\u03c2")


def flags_of(char):
    yield "ALPHA", char.isalpha()
    yield "DECIMAL", char.isdecimal()
    yield "DIGIT", char.isdigit()
    yield "NUMERIC", char.isnumeric()
    yield "LOWER", char.islower()
    yield "UPPER", char.isupper() and not unicodedata.category(char) == "Lt"
    yield "TITLE", unicodedata.category(char) == "Lt"
    yield "SPACE", char.isspace()
    yield "LINE_BREAK", len(("a" + char + "b").splitlines()) == 2
    yield "PRINTABLE", char.isprintable()
    yield "ID_START", char.isidentifier()
    yield "ID_CONTINUE", ("a" + char).isidentifier()
    yield "CASED", (char + "a").title().endswith("a")
    yield "IGNORED", ends_a_word("A" + char) and not ends_a_word(char)


def record_of(char, specials):
    code = ord(char)
    flags = {name for name, value in flags_of(char) if value}
    full = {"upper": char.upper(), "lower": char.lower(), "title": char.title(),
            "casefold": char.casefold()}
    deltas = [ord(full[m]) - code if len(full[m]) == 1 else 0 for m in MAPPINGS]
    for number, mapping in enumerate(MAPPINGS):
        if len(full[mapping]) > 1:
            flags.add("SPECIAL")
            specials.append((code, number, [ord(c) for c in full[mapping]]))
    bits = sum(1 << i for i, name in enumerate(FLAGS) if name in flags)
    return tuple(deltas) + (bits, unicodedata.digit(char, 0))


def print_array(declaration, numbers, per_line=16):
    print(f"static const {declaration} = {{")
    for start in range(0, len(numbers), per_line):
        print("    " + ", ".join(map(str, numbers[start:start + per_line])) + ",")
    print("};\n")


def main():
    records, record_numbers, specials, per_point = [], {}, [], []
    for code in range(LAST):
        record = record_of(chr(code), specials)
        if record not in record_numbers:
            record_numbers[record] = len(records)
            records.append(record)
        per_point.append(record_numbers[record])

    assert len(records) <= 256, "second_stage holds bytes"
    blocks, block_numbers, first = [], {}, []
    for start in range(0, LAST, 1 << SHIFT):
        block = tuple(per_point[start:start + (1 << SHIFT)])
        if block not in block_numbers:
            block_numbers[block] = len(block_numbers)
            blocks.extend(block)
        first.append(block_numbers[block])

    print("/* Written by tools/make_unicode.py from Unicode", unicodedata.unidata_version,
          "- do not edit. */\n")
    print("enum {")
    print(f"    UNICODE_SHIFT = {SHIFT},")
    for bit, name in enumerate(FLAGS):
        print(f"    IS_{name} = 1 << {bit},")
    print("};\n")
    print("static const PointRecord records[] = {")
    for record in records:
        print("    {{%d, %d, %d, %d}, %d, %d}," % record)
    print("};\n")
    print("static const SpecialCase specials[] = {")
    for code, number, points in specials:
        print(f"    {{0x{code:x}, {number}, {len(points)}, "
              f"{{{', '.join(hex(p) for p in points)}}}}},")
    print("};\n")
    print_array(f"uint16_t first_stage[{len(first)}]", first)
    print_array(f"uint8_t second_stage[{len(blocks)}]", blocks)


main()
