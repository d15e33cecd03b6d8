#!/usr/bin/env bash
# What a program is linked with, in its place: copy_libraries.sh PROGRAM FOLDER [ROOT]
# ROOT: the system that the program is of, where it is not this one; PROGRAM is the path in it.
set -euo pipefail
program=$1 folder=$2 root=${3:-}
for path in $(${root:+chroot "$root"} ldd "$program" | sed -n 's#^[^/]*\(/[^ ]*\) (0x.*#\1#p'); do
    mkdir -p "$folder${path%/*}"
    cp -L "$root$path" "$folder$path"
done
