#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a root file system for a live disc, of what prepare_live.sh and prepare_kernel.sh have made: install_live.sh ROOT KERNEL OUTPUT [MORE]
# OUTPUT: a folder, replaced. It has the files of the folder MORE, the kernel, its modules with cloop.ko, tests/vm/live/session.sh, which runs when the system has started, and the
# sums of /usr. Needs root.
set -euo pipefail
root=$1 kernel=$2 output=$3
here=$(realpath "$(dirname "$0")")

rm -rf "$output"
cp -a "$root" "$output"
[ -z "${4:-}" ] || cp -a "$4/." "$output/"
version=$(basename "$(echo "$kernel"/root/lib/modules/*)")
cp "$kernel/vmlinuz" "$output/boot/vmlinuz-$version"
mkdir -p "$output/usr/lib/modules"
cp -a "$kernel/root/lib/modules/$version" "$output/usr/lib/modules/"
rm -f "$output/usr/lib/modules/$version"/{build,source}
/sbin/depmod -b "$output" "$version"

mkdir -p "$output/usr/lib/live-test"
cp "$here"/live/{session,manifest}.sh "$output/usr/lib/live-test/"
cp "$here/live/live-test.service" "$output/etc/systemd/system/"
mkdir -p "$output/etc/systemd/system/multi-user.target.wants"
ln -s ../live-test.service "$output/etc/systemd/system/multi-user.target.wants/"
# What takes time and is not needed.
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service fstrim.timer; do
    ln -sf /dev/null "$output/etc/systemd/system/$unit"
done
(cd "$output" && find usr -type f -exec b2sum {} +) >"$output/usr.sums"
