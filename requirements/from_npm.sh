# Read by the scripts here that install programs from npm with the versions and hashes of a lock.

# program NAME PACKAGE WHY_VI WHY_EN: a program that must be there, by the package it comes in.
program() {
    command -v "$1" >/dev/null 2>&1 || system_package "$2" "$3" "$4"
}

# from_npm NAME WHY_VI WHY_EN: installs what requirements/NAME locks into .venv/NAME where it is not in place; runs
# no install script.
from_npm() {
    place=$(pwd -P)/.venv/$1
    locked=requirements/$1
    cmp -s "$locked/package-lock.json" "$place/installed.json" && return
    program npm npm "$2" "$3"
    mkdir -p "$place"
    cp "$locked/package.json" "$locked/package-lock.json" "$place"
    (cd "$place" && npm ci --ignore-scripts --no-audit --no-fund </dev/null >&2)
    cp "$locked/package-lock.json" "$place/installed.json"
}
