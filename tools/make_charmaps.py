#!/usr/bin/env python3
"""Writes src/vm/charmaps.inc: the upper halves of encodings of one byte a character.

    python3.11 tools/make_charmaps.py > src/vm/charmaps.inc

Zero stands for a byte that means nothing.
"""

NAMES = {  # with the other names that codec.c knows each by
    "cp1250": ["windows_1250", "1250"],
    "cp1251": ["windows_1251", "1251"],
    "cp1252": ["windows_1252", "1252"],
    "cp437": ["437", "ibm437"],
    "cp850": ["850", "ibm850"],
    "iso8859_2": ["iso_8859_2", "latin2", "latin_2", "l2"],
    "iso8859_5": ["iso_8859_5", "cyrillic"],
    "iso8859_7": ["iso_8859_7", "greek"],
    "iso8859_9": ["iso_8859_9", "latin5", "latin_5", "l5"],
    "iso8859_15": ["iso_8859_15", "latin9", "latin_9", "l9"],
    "koi8_r": [],
    "mac_roman": ["macroman", "macintosh"],
}


def upper_half(name):
    for byte in range(128, 256):
        try:
            yield ord(bytes([byte]).decode(name))
        except UnicodeDecodeError:
            yield 0


def main():
    print("/* Written by tools/make_charmaps.py - do not edit. */\n")
    print("static const uint16_t charmaps[][128] = {")
    for name in NAMES:
        print(f"    {{ /* {name} */")
        points = list(upper_half(name))
        assert bytes(range(128)).decode(name) == "".join(map(chr, range(128)))
        for start in range(0, 128, 12):
            print("        " + ", ".join(f"0x{p:x}" for p in points[start:start + 12]) + ",")
        print("    },")
    print("};\n")
    print("static const struct {\n    const char *name;\n    int map;\n} charmap_names[] = {")
    for number, (name, others) in enumerate(NAMES.items()):
        for alias in [name, *others]:
            print(f'    {{"{alias}", {number}}},')
    print("};")


main()
