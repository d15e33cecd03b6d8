#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches the kernels that are newer than this system's, and builds cloop.ko for them: prepare_newer_kernels.sh FOLDER
# They need a newer compiler and, under emulation, a newer QEMU. So FOLDER becomes a Debian 13 system with both, and its kernels, 6.12 and the one
# of the backports, are in FOLDER/kernels. Needs root.
set -euo pipefail
folder=$(realpath -m "$1")
here=$(realpath "$(dirname "$0")")

if [ ! -e "$folder/.complete" ]; then
    mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | awk 'NR == 1')
    rm -rf "$folder"
    mmdebstrap --quiet --variant=minbase --include=make,gcc,perl,python3,pahole,kmod,xz-utils,sparse,qemu-system-x86,udev trixie "$folder" "$mirror"
    echo "deb $mirror trixie-backports main" >"$folder/etc/apt/sources.list.d/backports.list"
    mkdir -p "$folder/checkout" "$folder/kernels"
    touch "$folder/.complete"
fi
cp /etc/resolv.conf /etc/hosts "$folder/etc/"
unshare --mount sh -euc '
    mount -t proc proc "$1/proc"
    mount --bind "$2" "$1/checkout"
    chroot "$1" sh -euc "
        apt-get update -qq
        /checkout/tests/vm/prepare_kernel.sh /kernels/trixie
        /checkout/tests/vm/prepare_kernel.sh /kernels/backports trixie-backports"' sh "$folder" "$here/../.." >&2
