#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints all that is known of each file below the working folder: manifest.sh
export LC_ALL=C
{
    # The size of a folder depends on the file system.
    find . -type d -printf '%y %m %U %G %n %T@ %p\n' -o -printf '%y %m %U %G %n %T@ %p %s %l\n'
    find . \( -type b -o -type c \) -exec stat --printf 'device %n %t:%T\n' {} +
    find . -type f -exec sha256sum {} +
    # One after the other: its options for whole trees follow links, or leave them out.
    find . -exec getfattr --no-dereference --dump --encoding=hex --match=- {} + 2>&1 | awk '/^# file: / { name = $0; next } NF { print name ": " $0 }'
} | sort
