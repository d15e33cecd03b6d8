# SPDX-License-Identifier: GPL-3.0-or-later
# A CD drive: an image on a disc, the disc itself as the image, and disc changes while the device is in use.
insmod /cloop.ko cache_mb=0
modprobe ata_piix
modprobe sr_mod
soon test -b /dev/sr0
# The host inserts a disc.
insert() { echo "host: insert $1"; sleep 1; }
is_readable() { dd if=/dev/sr0 of=/dev/null bs=2048 count=1 2>/dev/null; }
disc() { dd if=/dev/sr0 bs=64K count=2 2>/dev/null | md5sum; }
is_another() { is_readable && [ "$(disc)" != "$1" ]; }
# Inserts another disc, and waits until it can be read: for a moment, the drive still has the previous disc.
load() {
    local before=$(disc)
    insert "$1"
    soon is_another "$before"
}
mkdir -p /disc

load disc.iso
check "a disc is mounted" mount -r -t iso9660 /dev/sr0 /disc
check "an image on a disc" cloop attach /disc/image /dev/cloop0
read_on until /dev/cloop0 4
(cloop suspend --eject --wait /dev/cloop0 2>/tmp/said; echo $? >/tmp/changed) &
check "the command asks for the disc" soon grep -q "put the disc back in" /tmp/said
check "the disc is unmounted" refused grep -q ' /disc ' /proc/mounts
insert wrong.iso
check "a wrong disc is reported" soon grep -q "the kernel refuses it" /tmp/said
check "the terminal hangs up" kill -HUP "$(pidof cloop)"
check "the command still waits" refused test -e /tmp/changed
insert blank.bin
check "a disc that can't be mounted is reported" soon sh -c 'grep -q "/disc" /tmp/said && [ $(grep -c "put the disc back in" /tmp/said) = 3 ]'
check "the command waits after that, too" refused test -e /tmp/changed
insert second.iso
soon test -s /tmp/changed
check "another disc with the same image is accepted" test "$(cat /tmp/changed)" = 0
check "it is mounted as before, and safely" sh -c "grep ' /disc iso9660 ro,nosuid,nodev' /proc/mounts"
rm /tmp/changed /tmp/said
(cloop suspend --eject --wait /dev/cloop0 2>/tmp/said; echo $? >/tmp/changed) &
check "the command asks for the disc again" soon grep -q "put the disc back in" /tmp/said
check "another task resumes with a copy" cloop resume /dev/cloop0 /images/copied.cloop
insert disc.iso
soon test -s /tmp/changed
check "the waiting command reports it, and succeeds" sh -c '[ $(cat /tmp/changed) = 0 ] && grep -q "was resumed meanwhile, and reads /images/copied.cloop" /tmp/said'
check "and does not change the device" test "$(attribute 0 loop/backing_file)" = /images/copied.cloop
touch /tmp/stop
check "4 readers got no error" ended
check "detach" cloop detach /dev/cloop0

# A system that runs from an image on the disc: it asks for its own disc, and goes on.
mkdir -p /live
check "a live system" sh -c 'cloop attach /disc/system /dev/cloop0 && mount -r -t iso9660 /dev/cloop0 /live'
(while [ ! -e /tmp/stop ] && cmp /live/bin/probe /bin/probe; do echo 3 >/proc/sys/vm/drop_caches; done; [ -e /tmp/stop ]; echo $? >/tmp/readers) >/tmp/readers.said 2>&1 &
rm /tmp/changed /tmp/said
(live_cloop suspend --eject --wait /dev/cloop0 2>/tmp/said; echo $? >/tmp/changed) &
check "it asks for its own disc" soon grep -q "put the disc back in" /tmp/said
echo 3 >/proc/sys/vm/drop_caches
insert disc.iso
soon test -s /tmp/changed
check "it goes on" test "$(cat /tmp/changed)" = 0
touch /tmp/stop
check "its files were read all the time" ended
check "the live system is detached" sh -c 'umount /live && cloop detach /dev/cloop0'
check "unmount" umount /disc

for layout in first last; do
    load "burned-$layout.bin"
    check "a burned disc as the image, head $layout" cloop attach /dev/sr0 /dev/cloop0
    check "its content, head $layout" cmp -n 600001 /dev/cloop0 /images/mixed.bin
    check "a drive in use can be suspended, head $layout" cloop suspend --eject /dev/cloop0
    insert "burned-$layout.bin"
    soon is_readable
    check "and resumed, head $layout" cloop resume /dev/cloop0
    check "its content again, head $layout" cmp -n 600001 /dev/cloop0 /images/mixed.bin
    check "detach, head $layout" cloop detach /dev/cloop0
done
check "rmmod" rmmod cloop
