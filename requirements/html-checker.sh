#!/bin/sh
# requirements/html-checker.sh: prints the path of the Nu HTML checker (vnu.jar), installing from npm the version
# that html-checker/package-lock.json names where it is not in place. It needs Java and npm.
# BANTIN_HTML_CHECKER names a vnu.jar to use instead.
set -eu
cd "$(dirname "$0")/.."
. requirements/administrator.sh
. requirements/from_npm.sh

program java default-jre-headless "để soát HTML khi kiểm thử" "to check the HTML in the tests"
if [ -z "${BANTIN_HTML_CHECKER:-}" ]; then
    from_npm html-checker "để cài chương trình soát HTML" "to install the checker of the HTML"
    BANTIN_HTML_CHECKER=$place/node_modules/vnu-jar/build/dist/vnu.jar
fi
printf '%s\n' "$BANTIN_HTML_CHECKER"
