#!/usr/bin/env bash
# Fetches the system's own cloud kernel without installing it, and builds cloop.ko for it: prepare_kernel.sh FOLDER
# Afterwards FOLDER has vmlinuz, modules/ and cloop.ko. The packages are fetched once.
set -euo pipefail
folder=$(realpath -m "$1")
kmod=$(realpath "$(dirname "$0")/../../kmod")
mkdir -p "$folder/packages"

# The packages that NAME leads to whose names match PATTERN.
leads_to() { apt-cache depends "$1" | sed -n "s/^ *Depends: \($2\)$/\1/p"; }

if [ ! -e "$folder/.fetched" ]; then
    image=$(leads_to linux-image-cloud-amd64 'linux-image-[0-9].*')
    headers=$(leads_to linux-headers-cloud-amd64 'linux-headers-[0-9].*')
    # The headers of one kernel name those that its flavours share, and the tools. Newer images name the kernel and its modules.
    packages="$image $(leads_to "$image" 'linux-\(binary\|modules\)-.*') $headers $(leads_to "$headers" 'linux-headers-.*') $(leads_to "$headers" 'linux-kbuild-.*')"
    (cd "$folder/packages" && apt-get -q -o APT::Sandbox::User=root download $packages >&2)
    for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
    rm -r "$folder/packages"
    cp "$folder"/root/boot/vmlinuz-* "$folder/vmlinuz"
    # In the packages, the headers of a flavour point to where they are installed.
    sed -i "s#^include /usr/src#include $folder/root/usr/src#" "$folder"/root/usr/src/linux-headers-*-cloud-amd64/Makefile
    touch "$folder/.fetched"
fi

mkdir -p "$folder/kmod" "$folder/modules"
cp -u "$kmod"/*.[ch] "$kmod/Makefile" "$folder/kmod/"
make -s -C "$folder/kmod" KERNEL_DIR="$(echo "$folder"/root/usr/src/linux-headers-*-cloud-amd64)" W=1 >"$folder/kmod.log" 2>&1 || {
    cat "$folder/kmod.log" >&2
    exit 1
}
if grep -i warning "$folder/kmod.log" | grep -v BTF >&2; then exit 1; fi
cp "$folder/kmod/cloop.ko" "$folder/cloop.ko"

# What the tests need beside it, where it is no part of the kernel.
for name in cdrom isofs lz4_decompress lzo_decompress; do
    found=$(find "$folder/root" -name "$name.ko*" | head -n 1)
    case "$found" in
    *.ko) cp "$found" "$folder/modules/" ;;
    *.ko.xz) xz -dc "$found" >"$folder/modules/$name.ko" ;;
    esac
done
