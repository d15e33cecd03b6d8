#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds cloop.ko for a kernel and collects the modules for its guest: build_module.sh FOLDER HEADERS [VARIABLE=VALUE…]
# HEADERS: the folder of the kernel's headers. The kernel's own modules are in FOLDER/root. cloop.ko and the modules that the tests need go to
# FOLDER/guest. A warning is an error.
set -euo pipefail
folder=$1 headers=$2
shift 2
kmod=$(realpath "$(dirname "$0")/../../kmod")

# Kernels that check the version of sparse first (7.x) need a newer one than Debian has.
checks=(W=1)
! command -v sparse >/dev/null || grep -qs checker-valid $(sed -n 's/^include //p' "$headers/Makefile") || checks+=(C=2)
mkdir -p "$folder/kmod"
cp -u "$kmod"/cloop_*.[ch] "$kmod/Kbuild" "$kmod/Makefile" "$folder/kmod/"
make -s -C "$folder/kmod" KERNEL_DIR="$headers" "${checks[@]}" "$@" >"$folder/kmod.log" 2>&1 || {
    cat "$folder/kmod.log" >&2
    exit 1
}
if grep -i warning "$folder/kmod.log" | grep -v BTF >&2; then
    rm -r "$folder/kmod"  # otherwise the next run would build nothing and not warn
    exit 1
fi
# A stack trace names functions without their module.
if sed -n 's/^static [^=(]*[ *]\([a-z0-9_]*\)(.*/\1/p' "$kmod"/cloop_*.[ch] | grep -v '^cloop_' >&2; then
    echo "These functions lack the prefix cloop_." >&2
    exit 1
fi

PATH=$PATH:/sbin:/usr/sbin
version=$(basename "$(echo "$folder"/root/lib/modules/*)")
modules=$folder/guest/lib/modules/$version
rm -rf "$folder/guest"
mkdir -p "$modules/updates" "$folder/root/lib/modules/$version/updates"
cp "$folder/kmod/cloop.ko" "$folder/root/lib/modules/$version/updates/"
cp "$folder/kmod/cloop.ko" "$folder/guest/cloop.ko"
depmod -b "$folder/root" "$version" 2>/dev/null
for name in cloop fuse isofs loop squashfs vfat nls_cp437 nls_ascii sr_mod ata_piix virtio_blk virtio_pci nfs nfsv4 nfsd; do
    # A module of one kernel is built into another, so missing ones are skipped.
    { modprobe -d "$folder/root" -S "$version" --show-depends "$name" 2>/dev/null || true; } | sed -n 's/^insmod \(\S*\).*/\1/p'
done | sort -u | while read -r path; do
    inside=${path#*/lib/modules/"$version"/}
    mkdir -p "$(dirname "$modules/$inside")"
    cp "$path" "$modules/$inside"
done
find "$folder/root/lib/modules/$version/" -maxdepth 1 -name 'modules.[bo]*' -exec cp {} "$modules/" \;
depmod -b "$folder/guest" "$version" 2>/dev/null
[ -e "$modules/updates/cloop.ko" ]
