# Read by the other scripts here: what to do about things that only the system's administrator can install.

stop() {
    printf '%s\n' "$1" >&2
    exit 1
}

# system_package NAME WHY_VI WHY_EN: installs a package of Debian's, or asks for it in one sentence.
system_package() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        printf 'Đang cài %s (%s) … · installing %s (%s) …\n' "$1" "$2" "$1" "$3" >&2
        {
            apt-get -qq update
            DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$1"
        } </dev/null >&2
    else
        stop "Thiếu $1 ($2): nhờ quản trị viên cài rồi chạy lại. · $1 is missing ($3): ask the administrator to install it, then run this again."
    fi
}
