# SPDX-License-Identifier: GPL-3.0-or-later
# Tools of Debian for block devices: losetup of the system that tests (2.38 on Debian 12) and of Debian 13 (2.41), and udev.
insmod /cloop.ko
check "losetup of this system attaches" sh -c 'losetup-of-this-system -r /dev/cloop1 /images/copied.cloop && cmp -n 600001 /dev/cloop1 /images/mixed.bin'
cloop detach /dev/cloop1
debian=/debian13
export SYSTEMD_IGNORE_CHROOT=1  # or udevadm does nothing in one
for name in dev proc sys images; do mkdir -p $debian/$name && mount -o bind /$name $debian/$name; done
mount -t tmpfs run $debian/run
check "losetup of Debian 13 attaches" sh -c "chroot $debian /usr/sbin/losetup -r /dev/cloop2 /images/copied.cloop && cmp -n 600001 /dev/cloop2 /images/mixed.bin"
check "it shows the device" sh -c "chroot $debian /usr/sbin/losetup /dev/cloop2 | grep -qF '(/images/copied.cloop)'"
check "it lists the device" sh -c "chroot $debian /usr/sbin/losetup -l -n -O NAME,BACK-FILE,OFFSET,RO /dev/cloop2 | grep -q '^/dev/cloop2 */images/copied.cloop *0 *1'"
check "it detaches the device" sh -c "chroot $debian /usr/sbin/losetup -d /dev/cloop2 && [ ! -e /sys/block/cloop2/loop/backing_file ]"

rm -f /dev/cloop
check "udev starts" chroot $debian /usr/bin/systemd-udevd --daemon
cloop attach /images/tree.cloop /dev/cloop0
check "udev settles" chroot $debian /usr/bin/udevadm settle --timeout=20
check "/dev/cloop is cloop0" test "$(readlink /dev/cloop)" = cloop0
check "udev knows the file system" sh -c "chroot $debian /usr/bin/udevadm info --query=property /dev/cloop0 | grep -qx ID_FS_TYPE=iso9660"
label=$(chroot $debian /usr/bin/udevadm info --query=property /dev/cloop0 | sed -n 's/^ID_FS_LABEL_ENC=//p')
check "there is a link by label" test "$(readlink -f "/dev/disk/by-label/$label")" = /dev/cloop0
knows() { chroot $debian /usr/bin/udevadm info --query=property /dev/cloop0 | grep -qx "$1"; }
exec 8</dev/cloop0
blockdev --flushbufs /dev/cloop0
cloop suspend /dev/cloop0
check "a change event of a suspended device" chroot $debian /usr/bin/udevadm trigger --action=change /dev/cloop0
check "udev does not wait for it" chroot $debian /usr/bin/udevadm settle --timeout=20
check "udev marks the device as suspended" knows CLOOP_SUSPENDED=1
check "the link by label stays" sh -c "[ -e '/dev/disk/by-label/$label' ]"
check "udev still knows the file system" knows ID_FS_TYPE=iso9660
check "resume, and udev settles" sh -c "cloop resume /dev/cloop0 && chroot $debian /usr/bin/udevadm settle --timeout=20"
check "udev no longer marks it" refused knows CLOOP_SUSPENDED=1
check "and knows the file system" knows ID_FS_TYPE=iso9660
exec 8<&-
cloop detach /dev/cloop0
chroot $debian /usr/bin/udevadm settle --timeout=20
check "detach removes the link by label" refused test -e "/dev/disk/by-label/$label"
chroot $debian /usr/bin/udevadm control --exit
sleep 1
for name in run images sys proc dev; do umount $debian/$name; done
ln -sf cloop0 /dev/cloop
rmmod cloop
