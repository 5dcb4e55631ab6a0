#!/bin/sh
# install.sh CMAKE BUILD: installs into a folder of its own, moves that, and uses it from elsewhere. It
# finds what belongs to it there, writes nothing into it, and its manual names every option.
set -eu
cmake=$1 build=$2
fail() { echo "$*"; exit 1; }
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
"$cmake" --install "$build" --prefix "$dir/first" >"$dir/log" || { cat "$dir/log"; exit 1; }
mv "$dir/first" "$dir/a place" # a folder may have a space in its name, and be moved
prefix="$dir/a place"
mkdir "$dir/elsewhere" "$dir/home"
cd "$dir/elsewhere"
export XDG_DATA_HOME="$dir/home"
for file in bin/toque share/toque/assets/fonts/OFL-Inter.txt share/toque/assets/sprites/toque.svg \
    share/man/man1/toque.1 share/man/fr/man1/toque.1 share/applications/toque.desktop \
    share/icons/hicolor/scalable/apps/toque.svg share/toque/scenarios/01_chef_and_three_dishes.py; do
    [ -f "$prefix/$file" ] || fail "there is no $file"
done
state() { find "$prefix" -type f -exec cksum {} + | sort; }
state >"$dir/before"
chmod -R a-w "$prefix"

# By its path, along PATH, and by a link.
"$prefix/bin/toque" --version | grep -q '^toque [0-9]' || fail "no version"
ln -s "$prefix/bin/toque" "$dir/link"
"$dir/link" --version >/dev/null
(PATH="$prefix/bin:$PATH"; toque check "$prefix"/share/toque/scenarios/*.py) >"$dir/checked" || { cat "$dir/checked"; exit 1; }

# A picture, with the installed fonts: without one of them it is another picture.
scenario="$prefix/share/toque/scenarios/01_chef_and_three_dishes.py"
shot() { "$dir/link" shot "$scenario" --size 1280x720 --turn 4 -o "$1" 2>"$dir/said" || { cat "$dir/said"; exit 1; }; }
shot one.png
shot two.png
cmp one.png two.png || fail "the same picture twice is not the same"
state | cmp - "$dir/before" || fail "something was written into the installed folders"
chmod -R u+w "$prefix"
rm "$prefix"/share/toque/assets/fonts/Inter-*.otf
shot three.png
cmp -s one.png three.png && fail "its fonts are not the installed ones"

# The manual has every command and option, in each language.
for manual in "$prefix/share/man/man1/toque.1" "$prefix/share/man/fr/man1/toque.1"; do
    "$prefix/bin/toque" help --lang en | grep -oE '^  (toque [a-z]+|-[-a-z]+)' | sed 's/^  //; s/^toque //' |
        while read -r word; do
            grep -qF -e "$(printf '%s' "$word" | sed 's/-/\\-/g')" "$manual" || fail "$manual says nothing of $word"
        done
    if command -v groff >/dev/null 2>&1; then
        said=$(groff -k -man -Tutf8 -ww -z "$manual" 2>&1) || true
        [ -z "$said" ] || fail "$said"
    fi
done
if command -v desktop-file-validate >/dev/null 2>&1; then
    desktop-file-validate "$prefix/share/applications/toque.desktop"
fi
