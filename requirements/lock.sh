#!/bin/sh
# requirements/lock.sh [--upgrade]: remakes the hash-locked lists from pyproject.toml, for every system
# and every Python from 3.11. Versions stay as they are unless pyproject.toml or --upgrade wants others.
set -eu
cd "$(dirname "$0")/.."

lock() {
    list=$1
    shift
    .venv/bin/uv pip compile pyproject.toml --quiet --no-config \
        --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make lock" --output-file "requirements/$list.txt" "$@"
}

lock runtime --group build --extra pdf "$@"
lock test --group build --group test --extra zensical --extra pdf --constraints requirements/runtime.txt "$@"
lock bench --group build --group bench --extra zensical --extra pdf --constraints requirements/runtime.txt "$@"
# alone, each for an environment of its own: uv, to make these lists with, and Pelican, which wants an
# older Pygments than Material
for list in lock pelican; do
    .venv/bin/uv pip compile --quiet --no-config --group "pyproject.toml:$list" \
        --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make lock" --output-file "requirements/$list.txt" "$@"
done
