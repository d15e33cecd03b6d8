#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The session of an ordinary user in a booted Debian in which the packages are installed. Prints "ok NAME" or "not ok NAME" for each check. At its end
# the packages are purged.
. ./check.sh

systemctl is-system-running --wait >/dev/null
echo
echo "begin $(uname -r)"
call() { busctl call --timeout 400 "org.cloopsmith.$1" "/org/cloopsmith/$1" "org.cloopsmith.$1" "${@:2}"; }
same_files() { (cd "$1" && sha256sum --check --quiet ~/tree.sums); }
is_on() { grep "^/dev/$2[0-9]* $1 " /proc/mounts || { cat /proc/mounts; false; }; }

is_active_at_seat() { loginctl show-session "$XDG_SESSION_ID" | grep -x Active=yes && loginctl show-session "$XDG_SESSION_ID" | grep -x Seat=seat0; }
check "the session is active, at seat0" is_active_at_seat
check "the helper answers" call Helper1 Status
check "the module's service says that a package has the sources" grep '"packaged" b true' <(call Module1 Status)
at=$(cloop mount files.cloop)
check "mount by FUSE and the kernel" is_on "$at" loop
check "the files" same_files "$at"
check "umount" cloop umount files.cloop
check "the module is loaded" call Module1 Load
at=$(cloop mount files.cloop)
check "mount by the module" grep "^/dev/cloop0 " <(cloop list)
check "the files on the module's device" same_files "$at"
check "umount of the module's device" cloop umount files.cloop

# Another program of this computer does all the work, in the user's unit, with all that it forbids.
helps() {
    local url="" maker i
    export SOURCE_DATE_EPOCH=1
    cloop create /usr/share/perl5 alone.cloop || return
    cloop create /usr/share/perl5 helped.cloop --cluster --no-local 2>maker.log &
    maker=$!
    for ((i = 0; i < 300; i++)); do url=$(grep -o 'nats://.*' maker.log) && break; sleep 0.2; done
    mkdir -p .config/cloop
    echo "CLOOP_CLUSTER=$url" >.config/cloop/worker
    systemctl --user start cloop-worker
    timeout 120 tail --pid=$maker -f /dev/null || kill $maker
    systemctl --user stop cloop-worker
    rm -r .config/cloop
    cmp alone.cloop helped.cloop || { cat maker.log; journalctl --user -u cloop-worker; false; }
}
check "the user's unit helps with an image" helps
check "no unit has failed" test -z "$(systemctl --failed --plain --no-legend)"

check "purge, while the services run and the module is loaded" systemctl start purge.service
check "no unit is left" test -z "$(systemctl list-units --all --no-legend '*cloop*'; systemctl list-unit-files --no-legend '*cloop*')"
check "the module is not loaded" test ! -e /sys/module/cloop
refuses() { ! busctl call "org.cloopsmith.$1" "/org/cloopsmith/$1" "org.cloopsmith.$1" Status; }
check "the helper is gone" refuses Helper1
check "no process is left" test -z "$(readlink /proc/[0-9]*/exe | grep -i cloop)"
check "polkit knows no action" test -z "$(pkaction 2>/dev/null | grep cloop)"
check "no unit has failed after the purge" test -z "$(systemctl --failed --plain --no-legend)"
echo end
systemctl poweroff
