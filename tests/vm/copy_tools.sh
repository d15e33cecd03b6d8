#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copies losetup and udev of a Debian system, with their libraries and rules: copy_tools.sh DEBIAN FOLDER
set -euo pipefail
debian=$1 folder=$2
here=$(dirname "$0")
rules=$folder/usr/lib/udev/rules.d
mkdir -p "$folder"/usr/{bin,sbin} "$rules" "$folder/etc/udev" "$folder/run" "$folder/tmp"
for program in /usr/sbin/losetup /usr/bin/udevadm; do
    cp "$debian$program" "$folder$program"
    "$here/copy_libraries.sh" $program "$folder" "$debian"
done
ln -s udevadm "$folder/usr/bin/systemd-udevd"
cp "$debian"/usr/lib/udev/rules.d/{50-udev-default,60-persistent-storage}.rules "$here/../../resources/udev/60-cloop.rules" "$rules/"
cp "$debian"/etc/{passwd,group} "$folder/etc/"
