#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the root file system of a Debian of this system's release, without a kernel: prepare_live.sh FOLDER
# It has systemd, udev, D-Bus, and what the checks in it call. Made once, in a minute; needs root. Afterwards FOLDER has it in `root`.
set -euo pipefail
folder=$(realpath -m "$1")
[ ! -e "$folder/.complete" ] || exit 0

# shellcheck source=/etc/os-release
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | awk 'NR == 1')
rm -rf "$folder"
mkdir -p "$folder"
mmdebstrap --quiet --variant=minbase --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' --include=systemd-sysv,udev,dbus,iputils-ping,attr,kmod \
    --customize-hook='chroot "$1" passwd --quiet -d root' "$release" "$folder/root" "$mirror" >&2
touch "$folder/.complete"
