#!/bin/sh -e
# Compiles the analysis of an installed or copied tensionwire to machine code: native.sh FOLDER [options of mypyc]
#
# FOLDER is where the package `tensionwire` lies; the compiled modules go beside its text, and win over it: so give it
# an installation or a copy, never the tree that you edit. Needs a C compiler, and mypyc on the path
# (requirements/native.txt).
folder=$(cd "$1" && pwd)
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$folder/tensionwire" "$work"
cd "$work"
# Not the rest of the lexicon: it runs once, and msgspec reads its types.
modules=$(find tensionwire/analysis -name '*.py' ! -name '__init__.py' | sort)
modules="$modules tensionwire/lexicon/compiled.py tensionwire/lexicon/scale.py"
mypyc --config-file /dev/null "$@" $modules tensionwire/contracts/ids.py > log 2>&1 || { cat log; exit 1; }
rm -rf build
find . -name '*.so' | tar cf - -T - | tar xf - -C "$folder"
