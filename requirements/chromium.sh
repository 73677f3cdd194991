#!/bin/sh
# requirements/chromium.sh: prints the path of a Chromium for the browser tests, installing Debian's
# where there is none and that is possible. BANTIN_CHROMIUM names one to use instead.
set -eu
cd "$(dirname "$0")/.."
. requirements/administrator.sh

find_chromium() {
    for name in ${BANTIN_CHROMIUM:+"$BANTIN_CHROMIUM"} chromium chromium-browser google-chrome; do
        command -v "$name" && return
    done
    return 1
}

find_chromium || {
    system_package chromium "trình duyệt để kiểm thử; hoặc chỉ rõ bằng BANTIN_CHROMIUM" \
        "a browser for the tests; or name one with BANTIN_CHROMIUM"
    find_chromium
}
