#!/bin/sh
# requirements/structured-data.sh: prints the folder with the types of schema.org (schema-dts) and the compiler that
# reads them (tsc), installing from npm the versions that structured-data/package-lock.json names where they are not
# in place. It needs npm. BANTIN_STRUCTURED_DATA names a folder to use instead.
set -eu
cd "$(dirname "$0")/.."
. requirements/administrator.sh
. requirements/from_npm.sh

program node nodejs "để soát dữ liệu cho máy tìm kiếm khi kiểm thử" "to check the data for search engines in the tests"
if [ -z "${BANTIN_STRUCTURED_DATA:-}" ]; then
    from_npm structured-data "để cài bộ soát dữ liệu cho máy tìm kiếm" "to install the checker of the data for search engines"
    BANTIN_STRUCTURED_DATA=$place
fi
printf '%s\n' "$BANTIN_STRUCTURED_DATA"
