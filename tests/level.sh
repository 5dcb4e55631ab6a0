#!/bin/sh
# An endless program takes no more memory the longer it runs, printed events or not: it is run for
# many turns with little more room than it takes for a few.
#
#     level.sh TOQUE PROGRAM TURNS [OPTION…]
toque=$1 program=$2 turns=$3
shift 3
room=49152 # kilobytes of addresses, the program's own code among them

# A sanitizer needs all the addresses that there are.
if ! (ulimit -v $room && "$toque" --version) >/dev/null 2>&1; then
    echo "SKIPPED: the addresses of this build cannot be limited"
    exit 0
fi
said=$( (ulimit -v $room && "$toque" run "$@" --until "$turns turns" "$program") 2>&1 >/dev/null | tail -n 1)
case $said in
*"$turns turns"*) exit 0 ;;
esac
echo "it ended with: $said"
exit 1
