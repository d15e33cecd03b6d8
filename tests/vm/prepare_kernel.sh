#!/usr/bin/env bash
# Fetches a cloud kernel of this system without installing it, and builds cloop.ko for it: prepare_kernel.sh FOLDER [RELEASE]
# RELEASE: as apt-get's -t, where it is not the system's own. Afterwards FOLDER has vmlinuz, and in guest/ what its guest needs: cloop.ko and the
# modules beside it. The packages are fetched once.
set -euo pipefail
folder=$(realpath -m "$1")
release=(${2:+-o "APT::Default-Release=$2"})
kmod=$(realpath "${KMOD:-$(dirname "$0")/../../kmod}")
mkdir -p "$folder/packages"

# The packages that NAME leads to whose names match PATTERN.
leads_to() { apt-cache "${release[@]}" depends "$1" | sed -n "s/^ *Depends: \($2\)$/\1/p"; }

if [ ! -e "$folder/.fetched" ]; then
    image=$(leads_to linux-image-cloud-amd64 'linux-image-[0-9].*')
    headers=$(leads_to linux-headers-cloud-amd64 'linux-headers-[0-9].*')
    # The headers of one kernel name those that its flavours share, and the tools. Newer images name the kernel and its modules.
    packages="$image $(leads_to "$image" 'linux-\(binary\|modules\)-.*') $headers $(leads_to "$headers" 'linux-headers-.*') $(leads_to "$headers" 'linux-kbuild-.*')"
    (cd "$folder/packages" && apt-get -qq "${release[@]}" -o APT::Sandbox::User=root download $packages >&2)
    rm -rf "$folder/root" "$folder/kmod"
    for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
    rm -r "$folder/packages"
    # Newer ones have merged /usr.
    cp "$folder"/root/boot/vmlinuz-* "$folder/vmlinuz" 2>/dev/null || cp "$folder"/root/usr/lib/modules/*/vmlinuz "$folder/vmlinuz"
    [ -d "$folder/root/lib/modules" ] || { mkdir -p "$folder/root/lib" && ln -s ../usr/lib/modules "$folder/root/lib/modules"; }
    find "$folder/root/lib/modules/" -name '*.ko.xz' -exec xz -d {} +
    # In the packages, the headers of a flavour point to where they are installed.
    sed -i "s#/usr/src/#$folder/root/usr/src/#" "$folder"/root/usr/src/linux-headers-*-cloud-amd64/Makefile
    touch "$folder/.fetched"
fi

mkdir -p "$folder/kmod"
cp -u "$kmod"/cloop_*.[ch] "$kmod/Makefile" "$folder/kmod/"
make -s -C "$folder/kmod" KERNEL_DIR="$(echo "$folder"/root/usr/src/linux-headers-*-cloud-amd64)" W=1 >"$folder/kmod.log" 2>&1 || {
    cat "$folder/kmod.log" >&2
    exit 1
}
if grep -i warning "$folder/kmod.log" | grep -v BTF >&2; then
    rm -r "$folder/kmod"  # or the next run would find nothing to do, and nothing to warn of
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
for name in cloop isofs loop squashfs vfat nls_cp437 nls_ascii sr_mod ata_piix virtio_blk virtio_pci overlay; do
    # What is part of one kernel is a module of another.
    { modprobe -d "$folder/root" -S "$version" --show-depends "$name" 2>/dev/null || true; } | sed -n 's/^insmod \(\S*\).*/\1/p'
done | sort -u | while read -r path; do
    inside=${path#*/lib/modules/"$version"/}
    mkdir -p "$(dirname "$modules/$inside")"
    cp "$path" "$modules/$inside"
done
find "$folder/root/lib/modules/$version/" -maxdepth 1 -name 'modules.[bo]*' -exec cp {} "$modules/" \;
depmod -b "$folder/guest" "$version" 2>/dev/null
[ -e "$modules/updates/cloop.ko" ]
