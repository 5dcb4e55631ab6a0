#!/usr/bin/env python3
"""Run by CPython 3.11.

known_modules.py TOQUE [--check]: writes src/lib/known.def, the names in each module that a
program may import, by asking the built program for them; or says whether the file is true.

known_modules.py --bare: writes it without names, which are then not checked. A program cannot
import what the file does not know, so this comes first when there is a new module.
"""
import importlib
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE = ROOT / 'src/lib/known.def'
HEAD = '''/* The modules that programs may import, and the names in each: KNOWN(module, names).
 * Written by tools/known_modules.py. */
'''


def module_names():
    names = set()
    pylib = ROOT / 'src/pylib'
    for path in pylib.rglob('*.py'):
        name = '.'.join(path.relative_to(pylib).with_suffix('').parts).removesuffix('.__init__')
        if not name.startswith('core_') and (name[0] != '_' or name == '__future__'):
            names.add(name)
    for path in (ROOT / 'src').glob('*/*.c'):
        for line in path.read_text().splitlines():
            if line.startswith('const ModuleDef ') and '.name = "' in line and 'internal' not in line:
                names.add(line.split('.name = "')[1].split('"')[0])
    return sorted(name for name in names if not name.startswith('_') or name == '__future__')


def attributes(toque, module):
    # Of a package that is not Python's own, what it says that it has.
    own = module.split('.')[0] in sys.stdlib_module_names
    found = f'dir({module})' if own else '("__all__", "__doc__", "__name__")'
    program = (f'import {module}\nnames = {{n for n in {found} if n[0] != "_" or n.startswith("__")}}\n'
               f'names.update(getattr({module}, "__all__", ()))\nprint(*sorted(names))\n')
    with tempfile.NamedTemporaryFile('w', suffix='.py') as file:
        file.write(program)
        file.flush()
        run = subprocess.run([toque, 'run', file.name], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f'{module}: {run.stderr}')
    names = run.stdout.split()
    if not own:
        return names
    # What CPython's module of that name has not is a helper of ours.
    real = set(dir(importlib.import_module(module)))
    return [name for name in names if name in real]


def submodules(module, modules):
    start = module + '.'
    return [name[len(start):] for name in modules if name.startswith(start) and '.' not in name[len(start):]]


def entry(module, names):
    lines, line = [], f'KNOWN("{module}"'
    for name in names:
        if len(line) + len(name) + 6 > 108:
            lines.append(line + ',')
            line = f'    "{name}"'
        else:
            line += f', "{name}"'
    return '\n'.join(lines + [line + ')']) + '\n'


def main():
    toque = sys.argv[1]
    if toque == '--bare':
        FILE.write_text(HEAD + ''.join(f'{{"{name}", NULL}},\n' for name in module_names()))
        return
    modules = module_names()
    text = HEAD
    for module in modules:
        text += entry(module, sorted({*attributes(toque, module), *submodules(module, modules)}))
    if '--check' not in sys.argv:
        FILE.write_text(text)
    elif FILE.read_text() != text:
        sys.exit('src/lib/known.def is not what the modules have: run tools/known_modules.py')


main()
