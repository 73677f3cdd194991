#!/bin/sh
# requirements/poppler.sh: sees to it that pdftotext and its fellows are there, with which the tests read
# documents back, installing Debian's where they are not and that is possible.
set -eu
cd "$(dirname "$0")/.."
. requirements/administrator.sh

for name in pdftotext pdftoppm pdfinfo; do
    command -v "$name" >/dev/null || {
        system_package poppler-utils "để kiểm thử đọc lại bản PDF" "for the tests to read documents back"
        break
    }
done
