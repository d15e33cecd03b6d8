#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copies the libraries of a program to FOLDER: copy_libraries.sh PROGRAM FOLDER [ROOT]
# ROOT: the system of the program, if it is not this one; PROGRAM is the path in it.
set -euo pipefail
program=$1 folder=$2 root=${3:-}
for path in $(${root:+chroot "$root"} ldd "$program" | sed -n 's#^[^/]*\(/[^ ]*\) (0x.*#\1#p'); do
    mkdir -p "$folder${path%/*}"
    cp -L "$root$path" "$folder$path"
done
