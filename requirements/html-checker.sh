#!/bin/sh
# requirements/html-checker.sh: prints the path of the Nu HTML checker (vnu.jar), installing from npm the version
# that html-checker/package-lock.json names where it is not in place. It needs Java and npm.
# BANTIN_HTML_CHECKER names a vnu.jar to use instead.
set -eu
cd "$(dirname "$0")/.."
. requirements/administrator.sh

# program NAME PACKAGE WHY_VI WHY_EN: a program that must be there, by the package it comes in.
program() {
    command -v "$1" >/dev/null 2>&1 || system_package "$2" "$3" "$4"
}

place=$(pwd -P)/.venv/html-checker
locked=requirements/html-checker

program java default-jre-headless "để soát HTML khi kiểm thử" "to check the HTML in the tests"
if [ -z "${BANTIN_HTML_CHECKER:-}" ] && ! cmp -s "$locked/package-lock.json" "$place/installed.json"; then
    program npm npm "để cài chương trình soát HTML" "to install the checker of the HTML"
    mkdir -p "$place"
    cp "$locked/package.json" "$locked/package-lock.json" "$place"
    (cd "$place" && npm ci --ignore-scripts --no-audit --no-fund </dev/null >&2)
    cp "$locked/package-lock.json" "$place/installed.json"
fi
printf '%s\n' "${BANTIN_HTML_CHECKER:-$place/node_modules/vnu-jar/build/dist/vnu.jar}"
