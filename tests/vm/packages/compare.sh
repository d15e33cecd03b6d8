#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for what the purged packages have left on the disc of install.sh: compare.sh FOLDER
set -euo pipefail
folder=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
. "$here/check.sh"
[ -n "${COMPARE_PACKAGES_MOUNTS:-}" ] || COMPARE_PACKAGES_MOUNTS=1 exec unshare --mount --propagation private "$0" "$@"
root=/mnt
mount -o loop "$folder/packages-disc" $root
mount -t proc proc $root/proc
mount -t tmpfs tmpfs $root/tmp
inside() { env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot $root "$@"; }
# What the test itself has added.
rm -rf $root/etc/systemd/system/{purge.service,getty@tty1.service.d} $root/etc/apt/sources.list.d/cloopsmith.list $root/etc/polkit-1/rules.d/50-test.rules
find $root/etc/systemd/system -lname /dev/null -delete
inside apt-get clean

# nvme-fcloop is the kernel's.
none_named() { ! find $root -xdev -iname '*cloop*' -not -iname '*fcloop*' -not -path "$root/home/*" -not -path "$root/checkout/*" | grep .; }
check "no file has our name" none_named
same_list() { diff "$folder/files-before" <(inside sh /list.sh); }
check "the files are those of before" same_list
same_units() { diff "$folder/units-before" <(inside systemctl --root=/ list-unit-files --no-legend); }
check "the units are those of before" same_units
same_home() { diff "$folder/home-before" <(cd $root/home/tester && find .config -type f | sort) && test -s "$folder/home-before"; }
check "the user's settings and recent files stay" same_home
echo end
