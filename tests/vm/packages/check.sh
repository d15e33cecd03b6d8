#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# For the scripts that test packages. check NAME COMMAND…: prints "ok NAME", or "not ok NAME" with the end of the command's output.
check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then echo "ok $name"
    else echo "not ok $name: status $?: $(tail -n 12 <<<"$said" | tr '\n' '|')"; fi
}
