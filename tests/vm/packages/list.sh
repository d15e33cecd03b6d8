#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Names all files of a system, but for those that no installation makes: caches, logs, what is temporary, homes, the lists of apt and dpkg, and what
# others leave when the system starts, a disc is mounted, or DKMS first signs a module, or first builds one for a kernel of which only the headers are
# there.
find / -xdev \( -path /dev -o -path /proc -o -path /tmp -o -path /var/tmp -o -path /run -o -path /var/cache -o -path /var/log -o -path /home -o -path /root \
    -o -path /checkout -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /list.sh -o -path /var/lib/systemd -o -path /var/lib/udisks2 \
    -o -path /var/lib/dbus -o -path /media -o -path '/var/lib/dkms/mok.*' -o -path '/usr/lib/modules/*/modules.*' -o -name .updated \) \
    -prune -o -print | sort
