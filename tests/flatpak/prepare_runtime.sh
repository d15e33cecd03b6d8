#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a stand-in for the runtime of flatpak/, of Debian 13's packages: prepare_runtime.sh FOLDER
# So the Flatpak is built and tried without Flathub. FOLDER/repo then has org.kde.Platform and org.kde.Sdk, both with the same files and of the branch
# debian13, so that nobody mistakes them for KDE's. Made once, in 8 minutes, 1.2 GB; needs root.
set -euo pipefail
folder=$(realpath -m "$1")
[ ! -e "$folder/.complete" ] || exit 0

# What KDE's runtime and SDK have of what we need, and what the tests start in the sandbox. Not: libraries that flatpak/ builds.
packages=(qt6-base-dev qt6-svg-dev qt6-svg-plugins qt6-wayland qt6-tools-dev qt6-l10n-tools qt6-translations-l10n qt6-xdgdesktopportal-platformtheme
    libkf6archive-dev extra-cmake-modules zlib1g-dev liblzma-dev libzstd-dev libssl-dev libarchive-dev libdbus-1-dev dbus-bin fonts-dejavu-core
    ca-certificates libglib2.0-bin g++ cmake ninja-build make meson pkg-config ccache debugedit elfutils desktop-file-utils shared-mime-info)
# shellcheck disable=SC2016 # the variable is apt's
mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | awk 'NR == 1')
rm -rf "$folder"
mkdir -p "$folder"
mmdebstrap --quiet --variant=minbase --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --include="$(IFS=,; echo "${packages[*]}")" trixie "$folder/tree" "$mirror" >&2

# A runtime is a /usr; flatpak links /bin, /lib and the others into it, and copies files/etc to /etc.
mkdir "$folder/runtime"
mv "$folder/tree/usr" "$folder/runtime/files"
mv "$folder/tree/etc" "$folder/runtime/files/etc"
rm -r "$folder/tree"
ostree init --repo="$folder/repo" --mode=bare-user
for kind in Platform Sdk; do
    printf '[Runtime]\nname=org.kde.%s\nruntime=org.kde.Platform/%s/debian13\nsdk=org.kde.Sdk/%s/debian13\n' $kind "$(uname -m)" "$(uname -m)" \
        >"$folder/runtime/metadata"
    flatpak build-export --disable-sandbox --runtime --files=files --no-update-summary "$folder/repo" "$folder/runtime" debian13 >&2
done
flatpak build-update-repo "$folder/repo" >&2
rm -r "$folder/runtime"
touch "$folder/.complete"
