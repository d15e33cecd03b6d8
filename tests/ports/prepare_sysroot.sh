#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Unpacks what library, command and tests are linked to, of another processor: prepare_sysroot.sh FOLDER PROCESSOR
# PROCESSOR: in Debian's words. The packages are of this system's release, and not installed, because some can't be for two processors at once. Made
# once, in 40 seconds, 400 MB. FOLDER is for the compiler's --sysroot and QEMU's -L.
set -euo pipefail
folder=$(realpath -m "$1") processor=$2
[ ! -e "$folder/.complete" ] || exit 0

packages=(base-files libc-bin libc6-dev libdeflate-dev zlib1g-dev liblzma-dev liblz4-dev liblzo2-dev libxxhash-dev libssl-dev libnats-dev libisofs-dev libarchive-dev
    libfuse3-dev libdbus-1-dev libcli11-dev nlohmann-json3-dev qt6-base-dev)
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
# shellcheck disable=SC2016 # the variable is apt's
mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | awk 'NR == 1')
rm -rf "$folder" "$folder.unpacked"
mkdir -p "$folder"/usr/{bin,lib,share}
mmdebstrap --quiet --variant=extract --architectures="$processor" --include="$(IFS=,; echo "${packages[*]}")" "$release" "$folder.unpacked" "$mirror" >&2
# QEMU looks for each file in the folder first, so it has no more than that. Of Qt's tools, this machine's are started.
mv "$folder.unpacked/usr/include" "$folder/usr/"
mv "$folder.unpacked/usr/share/cmake" "$folder/usr/share/"
mv "$folder.unpacked/usr/lib/locale" "$folder/usr/lib/"  # C.UTF-8, which has the processor's byte order
for part in "$folder".unpacked/{,usr/}lib/{*-linux-gnu*,ld*.so.*}; do
    [ ! -e "$part" ] || cp -a "$part" "$folder/usr/lib/"
done
find "$folder/usr/lib" -lname '/lib/*-linux-gnu*/*' -exec sh -euc 'for link; do ln -sf "$(basename "$(readlink "$link")")" "$link"; done' sh {} +
ln -s usr/lib "$folder/lib"
ln -s /usr/lib/qt6 "$folder/usr/lib/qt6"
ln -s /usr/bin/qmake6 "$folder/usr/bin/$(basename "$folder"/usr/lib/*-linux-gnu*)-qmake6"
rm -r "$folder.unpacked"
touch "$folder/.complete"
