#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a Debian system that can be booted: prepare_system.sh FOLDER [RELEASE]
# RELEASE: if it is not this system's.
# It has systemd, D-Bus, polkit, udisks, DKMS, and a kernel with its headers. Made once, in 5 minutes; needs root. Afterwards FOLDER has its file
# system in `root`, vmlinuz and initrd.
set -euo pipefail
folder=$(realpath -m "$1")
[ ! -e "$folder/.complete" ] || exit 0

# shellcheck source=/etc/os-release
release=${2:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | awk 'NR == 1')
rm -rf "$folder"
mkdir -p "$folder"
mmdebstrap --quiet --variant=minbase --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --include=systemd-sysv,udev,dbus,libpam-systemd,polkitd,udisks2,e2fsprogs,fuse3,dkms,openssl,linux-image-cloud-amd64,linux-headers-cloud-amd64 \
    "$release" "$folder/tree" "$mirror" >&2
cp -L "$folder/tree/vmlinuz" "$folder/vmlinuz"
cp -L "$folder/tree/initrd.img" "$folder/initrd"
PATH=$PATH:/sbin:/usr/sbin
truncate -s 2G "$folder/root"
mke2fs -q -t ext4 -d "$folder/tree" "$folder/root"
rm -r "$folder/tree"
touch "$folder/.complete"
