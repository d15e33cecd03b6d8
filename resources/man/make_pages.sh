#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the manual pages together and translates them: make_pages.sh FOLDER TRANSLATIONS [OPTION OF PO4A...]. FOLDER becomes like /usr/share/man.
# What has no translation stays in English; ./dev check finds it.
set -eu
mkdir -p "$1/man1" "$1/man7"
folder=$(cd "$1" && pwd)
translations=$(cd "$2" && pwd)
shift 2
cd "$(dirname "$0")"
{
    echo "[po4a_langs] de es"
    echo "[po4a_paths] $folder/cloop.pot \$lang:$translations/\$lang.po"
    for page in *.[17]; do
        section=man${page##*.}
        soelim -r "$page" >"$folder/$section/$page"
        echo "[type: man] $folder/$section/$page \$lang:$folder/\$lang/$section/$page"
    done
} >"$folder/po4a.conf"
po4a --quiet --keep 0 --master-charset UTF-8 --localized-charset UTF-8 --package-name Cloopsmith --porefs none "$@" "$folder/po4a.conf"
