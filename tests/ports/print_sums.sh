#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes images in all ways and prints the SHA-256 of each: print_sums.sh COMMAND
# COMMAND: the `cloop` to make them with. Equal commands of different processors must print the same.
set -eu
cloop=$1
vectors=$(dirname "$0")/../vectors
export SOURCE_DATE_EPOCH=1700000000

# make NAME SOURCE OPTIONS…
make() {
    name=$1
    shift
    sum=$("$cloop" create --no-verify "$@" - </dev/null | sha256sum)
    echo "${sum%% *} $name"
}

while read -r codec level; do
    make "$codec $level" "$vectors/mixed.bin" -f v4 -c "$codec" ${level:+-l "$level"}
done <<'LIST'
deflate 1
deflate 6
deflate 9
deflate 12
zlib 0
zlib 1
zlib 6
zlib 9
xz 0
xz 6
xz 9
lz4
lz4hc 3
lz4hc 9
lz4hc 12
lzo 1
lzo 8
lzo 9
none
best
LIST
make 'version 2' "$vectors/mixed.bin" -c zlib
make 'head last' "$vectors/mixed.bin" -c zlib -f v4-stream
make 'small blocks' "$vectors/mixed.bin" -c zlib -B 512
make 'large blocks' "$vectors/mixed.bin" -c xz -B 1M -f v4
make 'folder as ISO 9660' "$vectors" -c zlib
make 'folder as EROFS' "$vectors" -c zlib --filesystem erofs
make archive "$vectors/usrmerge_append.tar.gz" -c zlib
