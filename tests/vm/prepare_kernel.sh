#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches a kernel of this system without installing it, and builds cloop.ko for it: prepare_kernel.sh FOLDER [RELEASE [FLAVOUR]]
# RELEASE: as for apt-get -t, if it is not the system's own. FLAVOUR: cloud-amd64, or amd64. Afterwards FOLDER has vmlinuz, and in guest/ cloop.ko and the modules for the guest.
# The packages are fetched once.
set -euo pipefail
folder=$(realpath -m "$1")
release=(${2:+-o "APT::Default-Release=$2"})
flavour=${3:-cloud-amd64}

# leads_to NAME PATTERN: the packages that NAME depends on and whose names match PATTERN.
leads_to() { apt-cache "${release[@]}" depends "$1" | sed -n "s/^ *Depends: \($2\)$/\1/p"; }

if [ ! -e "$folder/.complete" ]; then
    rm -rf "$folder"
    mkdir -p "$folder/packages"
    image=$(leads_to "linux-image-$flavour" 'linux-image-[0-9].*')
    headers=$(leads_to "linux-headers-$flavour" 'linux-headers-[0-9].*')
    # The headers of a kernel depend on the headers shared by its flavours, and on the tools. Newer images depend on the kernel and its modules.
    packages="$image $(leads_to "$image" 'linux-\(binary\|modules\)-.*') $headers $(leads_to "$headers" 'linux-headers-.*') $(leads_to "$headers" 'linux-kbuild-.*')"
    (cd "$folder/packages" && apt-get -qq "${release[@]}" -o APT::Sandbox::User=root download $packages >&2)
    for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
    rm -r "$folder/packages"
    # Newer packages have a merged /usr.
    cp "$folder"/root/boot/vmlinuz-* "$folder/vmlinuz" 2>/dev/null || cp "$folder"/root/usr/lib/modules/*/vmlinuz "$folder/vmlinuz"
    [ -d "$folder/root/lib/modules" ] || { mkdir -p "$folder/root/lib" && ln -s ../usr/lib/modules "$folder/root/lib/modules"; }
    find "$folder/root/lib/modules/" -name '*.ko.xz' -exec xz -d {} +
    # The Makefile of the headers has the path of an installation.
    sed -i "s#/usr/src/#$folder/root/usr/src/#" "$folder"/root/usr/src/linux-headers-*-"$flavour"/Makefile
    touch "$folder/.complete"
fi

"$(dirname "$0")/build_module.sh" "$folder" "$(echo "$folder"/root/usr/src/linux-headers-*-"$flavour")"
