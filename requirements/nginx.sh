#!/bin/sh
# requirements/nginx.sh: prints the path of nginx for the tests of the sample server, installing Debian's where
# there is none and that is possible. The tests run one of their own on the loopback; the system's stays as it is.
# BANTIN_NGINX names one to use instead.
set -eu
cd "$(dirname "$0")/.."
. requirements/administrator.sh

# users other than the administrator do not look in sbin
find_nginx() {
    for name in ${BANTIN_NGINX:+"$BANTIN_NGINX"} nginx /usr/sbin/nginx; do
        command -v "$name" && return
    done
    return 1
}

find_nginx || {
    system_package nginx "máy chủ web để kiểm thử; hoặc chỉ rõ bằng BANTIN_NGINX" \
        "a web server for the tests; or name one with BANTIN_NGINX"
    find_nginx
}
