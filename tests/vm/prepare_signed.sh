#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches Debian's signed shim and GRUB without installing them: prepare_signed.sh FOLDER
# Afterwards FOLDER has them in `root`.
set -euo pipefail
folder=$(realpath -m "$1")
[ ! -e "$folder/.complete" ] || exit 0

rm -rf "$folder"
mkdir -p "$folder/packages" "$folder/root"
(cd "$folder/packages" && apt-get -qq -o APT::Sandbox::User=root download shim-signed shim-helpers-amd64-signed grub-efi-amd64-signed >&2)
for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
rm -r "$folder/packages" "$folder/root/usr/share"
touch "$folder/.complete"
