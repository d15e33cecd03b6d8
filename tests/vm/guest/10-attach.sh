# SPDX-License-Identifier: GPL-3.0-or-later
# Attach in every way, and detach.
insmod /cloop.ko
check "the log shows the version" sh -c "dmesg | grep -q 'cloop: Initializing cloop v'"
check "the log shows the number of devices" sh -c "dmesg | grep -q 'cloop: loaded (max 8 devices)'"
check "ioctls" probe ioctls /dev/cloop1 /images/copied.cloop /images/copied2.cloop /images/other.cloop
check "cloop attach takes the first free device" test "$(cloop attach /images/copied.cloop)" = /dev/cloop0
check "the log shows the blocks" sh -c "dmesg | grep -q 'cloop: copied.cloop: 10 blocks, 65536 bytes/block, largest block is [0-9]* bytes.'"
check "cloop list shows it" sh -c 'cloop list | grep -q "^/dev/cloop0 .*/images/copied.cloop  (kernel module; .*, v2, 10 blocks of 64 KiB)"'
check "sysfs has the attributes of loop devices" test "$(attribute 0 loop/backing_file) $(attribute 0 loop/offset) $(attribute 0 loop/sizelimit) $(attribute 0 loop/autoclear)" = "/images/copied.cloop 0 0 0"
check "attaching twice is refused" refused cloop attach /images/copied.cloop /dev/cloop0
check "cloop detach by the image's name" cloop detach /images/copied.cloop
check "sysfs has no backing file after detach" refused test -e /sys/block/cloop0/loop/backing_file
check "a file that is not an image is refused" refused cloop attach /init /dev/cloop0
check "busybox attaches" losetup /dev/cloop2 /images/copied.cloop
check "content after busybox" test "$(sum_of /dev/cloop2)" = "$(cat /images/copied.sum)"
check "busybox detaches" losetup -d /dev/cloop2
check "an image inside a file" sh -c 'cloop attach --offset 6144 /images/inside.bin /dev/cloop2 && cmp -n 600001 /dev/cloop2 /images/mixed.bin'
check "detach" cloop detach /dev/cloop2
check "an offset past the end is refused, and the log says why" sh -c "! cloop attach -o 1G /images/inside.bin /dev/cloop2 2>/dev/null && dmesg | grep -q 'inside.bin: the offset 1073741824 is past the end'"
cloop attach -P /images/copied.cloop /dev/cloop2
check "suspending a device with partitions is refused, with a reason" sh -c 'cloop suspend /dev/cloop2 2>&1 | grep -q -- --partscan'
check "a device with partitions still reads and detaches" sh -c 'cmp -n 600001 /dev/cloop2 /images/mixed.bin && cloop detach /dev/cloop2'
check "a split set" sh -c 'cloop attach /images/parts.cloop.000 /dev/cloop3 && cmp -n 600001 /dev/cloop3 /images/mixed.bin'
check "the split set has parts" test "$(attribute 3 cloop/parts)" -gt 2
check "a device on a device" sh -c 'cloop attach /images/nested.cloop /dev/cloop4 && cloop attach /dev/cloop4 /dev/cloop5 && cmp -n 600001 /dev/cloop5 /images/mixed.bin'
check "detaching the lower device is pending while it is in use" sh -c 'cloop detach /dev/cloop4 && [ $(cat /sys/block/cloop4/loop/autoclear) = 1 ]'
check "the upper device still reads" sh -c 'echo 3 >/proc/sys/vm/drop_caches; cmp -n 600001 /dev/cloop5 /images/mixed.bin'
cloop detach /dev/cloop5
check "after the upper device is detached, both are" soon sh -c '! cloop list | grep -q cloop[45]'
check "rmmod while open is refused" sh -c 'exec 9</dev/cloop3; ! rmmod cloop'
check "detach by a split set's plain name" sh -c 'cloop detach /images/parts.cloop && [ ! -e /sys/block/cloop3/loop/backing_file ]'
check "detach a deleted image by name" sh -c 'cp /images/copied.cloop /tmp/gone && cloop attach /tmp/gone /dev/cloop6 && rm /tmp/gone && cloop detach /tmp/gone'
check "a name with a newline" sh -c 'cp /images/copied.cloop "/tmp/a
b" && cloop attach "/tmp/a
b" /dev/cloop6 && cloop list | grep -qF "a\\x0ab" && cloop suspend /dev/cloop6 && cloop resume /dev/cloop6 && cloop detach "/tmp/a
b"'
check "detach several, of which one is not attached" sh -c 'cloop attach /images/copied.cloop /dev/cloop6; ! cloop detach /init /dev/cloop6 /dev/cloop6 && [ ! -e /sys/block/cloop6/loop/backing_file ]'
check "image and device in the wrong order" sh -c 'cloop attach /dev/cloop6 /images/copied.cloop 2>&1 | grep -q "the image comes first"'
cloop attach /images/copied.cloop /dev/cloop6
check "cloop detach --all" cloop detach --all
check "nothing is attached" sh -c 'cloop list | grep -q Nothing'
check "rmmod" rmmod cloop
check "the log shows the unload" sh -c "dmesg | grep -q 'cloop: unloaded.'"
check "insmod with file=" insmod /cloop.ko file=/images/tree.cloop cloop_max=3 preload=5 cache_mb=2
check "three devices" test "$(ls -d /sys/block/cloop* | wc -l)" -eq 3
check "parameters can be read" test "$(cd /sys/module/cloop/parameters && cat file cloop_max preload cache_mb buffers | tr '\n' ' ')" = "/images/tree.cloop 3 5 2 2 "
check "mount" mount -r -t iso9660 /dev/cloop0 /mnt
check "the files" sh -c 'cd /mnt && sha256sum -c -s /images/tree.sums'
check "detach while mounted" cloop detach /dev/cloop0
check "the files can still be read" sh -c 'echo 3 >/proc/sys/vm/drop_caches; cd /mnt && sha256sum -c -s /images/tree.sums'
check "rmmod while mounted is refused" refused rmmod cloop
umount /mnt
check "after unmount it is detached" soon sh -c '[ ! -e /sys/block/cloop0/loop/backing_file ]'
rmmod cloop
check "insmod with a split set" insmod /cloop.ko file=/images/parts.cloop.000
check "its content" cmp -n 600001 /dev/cloop0 /images/mixed.bin
check "rmmod while attached" rmmod cloop
check "insmod with a missing file fails" refused insmod /cloop.ko file=/images/missing
cp /images/copied.cloop /tmp/huge.000
truncate -s 9223372036854775807 /tmp/huge.001 /tmp/huge.002
check "the parts are huge" test "$(stat -c %s /tmp/huge.002)" = 9223372036854775807
check "insmod with a split set of more than 2^64 bytes fails" refused insmod /cloop.ko file=/tmp/huge.000
rm /tmp/huge.*
check "insmod with a file that is not an image fails" refused insmod /cloop.ko file=/init
check "insmod with too many devices fails" refused insmod /cloop.ko cloop_max=9999
check "the major number is 240" sh -c 'insmod /cloop.ko && grep -qx "240 cloop" /proc/devices'
check "an image runs as a script" sh -c 'cp /images/run.cloop /tmp/run; chmod +x /tmp/run; rmmod cloop; /tmp/run /mnt && cd /mnt && sha256sum -c -s /images/tree.sums'
umount /mnt
rmmod cloop
