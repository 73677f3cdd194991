#!/bin/sh
# requirements/prepare.sh SET: a virtual environment in .venv that holds the packages of
# requirements/SET.txt and, unless SET is "lock", this project itself.
# What has been done already is not done again: a second call takes milliseconds and no network.
# PYTHON names the Python to start from (python3).
set -eu
cd "$(dirname "$0")/.."
. requirements/administrator.sh

packages=requirements/$1.txt
python=${PYTHON:-python3}
place=$(pwd -P)
# what is in place, as copies of the files it was installed from
installed=.venv/installed

require_python() {
    command -v "$python" >/dev/null 2>&1 ||
        stop "Không tìm thấy $python: cần Python 3.11 trở lên. · $python was not found: Python 3.11 or later is needed."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "Cần Python 3.11 trở lên, còn $python ở đây là $("$python" -c 'import platform; print(platform.python_version())'): hãy cài bản mới, hoặc chỉ rõ bằng PYTHON=python3.12. · Python 3.11 or later is needed: install it, or name it with PYTHON=python3.12."
    "$python" -c 'import ensurepip' 2>/dev/null ||
        system_package python3-venv "để tạo môi trường Python" "to make a virtual environment"
}

in_place() {
    [ "$(cat $installed/place 2>/dev/null)" = "$place" ] && .venv/bin/python -c '' 2>/dev/null
}

install() {
    .venv/bin/python -m pip -qq --disable-pip-version-check --no-input install "$@" </dev/null
}

if ! in_place; then
    require_python
    rm -rf .venv
    "$python" -m venv .venv
    mkdir -p $installed
    printf '%s\n' "$place" >$installed/place
fi

if ! cmp -s "$packages" "$installed/$1.txt"; then
    printf 'Đang cài các gói trong %s … · installing the packages of %s …\n' "$packages" "$packages" >&2
    install --require-hashes --requirement "$packages"
    cp "$packages" "$installed/$1.txt"
fi

if [ "$1" != lock ] && ! cmp -s pyproject.toml $installed/pyproject.toml; then
    install --no-index --no-deps --no-build-isolation --editable .
    cp pyproject.toml $installed/pyproject.toml
fi
