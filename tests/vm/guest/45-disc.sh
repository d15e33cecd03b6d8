# A CD drive: an image on a disc, the disc itself as the image, and discs that are changed under a running device.
insmod /cloop.ko cache_mb=0
modprobe ata_piix
modprobe sr_mod
tries=0
while [ ! -b /dev/sr0 ] && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
# The host puts a disc in.
insert() { echo "host: insert $1"; sleep 1; }
# The same, until it can be read: drives want a moment.
load() {
    local tries=0
    insert "$1"
    while ! dd if=/dev/sr0 of=/dev/null bs=2048 count=1 2>/dev/null && [ $tries -lt 20 ]; do sleep 0.3; tries=$((tries + 1)); done
}
mkdir -p /disc

load disc.iso
check "a disc is mounted" mount -r -t iso9660 /dev/sr0 /disc
check "an image on a disc" cloop attach /disc/image /dev/cloop0
read_on until /dev/cloop0 4
sleep 0.5
(cloop suspend --eject --wait /dev/cloop0 2>/tmp/said; echo $? >/tmp/changed) &
sleep 2
check "it is asked for" grep -q "put the disc back in" /tmp/said
check "the disc is unmounted" refused grep -q ' /disc ' /proc/mounts
insert wrong.iso
sleep 2
check "a wrong disc is told" grep -q "the kernel does not take it" /tmp/said
check "and it waits on" refused test -e /tmp/changed
insert blank.bin
sleep 2
check "a disc that can't be mounted is told" grep -q "/disc" /tmp/said
check "and it waits still" refused test -e /tmp/changed
insert second.iso
sleep 3
check "another disc with the same image will do" test "$(cat /tmp/changed)" = 0
check "it is mounted as it was, and safely" sh -c "grep ' /disc iso9660 ro,nosuid,nodev' /proc/mounts"
touch /tmp/stop
check "4 readers saw nothing of it" ended
check "detach" cloop detach /dev/cloop0
check "unmount" umount /disc

for layout in first last; do
    load "burned-$layout.bin"
    check "a burned disc as the image, head $layout" cloop attach /dev/sr0 /dev/cloop0
    check "its content, head $layout" cmp -n 600001 /dev/cloop0 /images/mixed.bin
    check "a drive in use can be suspended, head $layout" cloop suspend --eject /dev/cloop0
    load "burned-$layout.bin"
    check "and resumed, head $layout" cloop resume /dev/cloop0
    check "its content again, head $layout" cmp -n 600001 /dev/cloop0 /images/mixed.bin
    check "detach, head $layout" cloop detach /dev/cloop0
done
check "rmmod" rmmod cloop
