# SPDX-License-Identifier: GPL-3.0-or-later
# File systems inside images, and images on file systems.
insmod /cloop.ko
for kind in ext4 squashfs; do
    [ $kind = squashfs ] && modprobe squashfs
    check "$kind inside" sh -c "cloop attach /images/$kind.cloop /dev/cloop0 && mount -r -t $kind /dev/cloop0 /mnt && cd /mnt && sha256sum -c -s /images/tree.sums"
    umount /mnt
    cloop detach /dev/cloop0
done
modprobe loop
modprobe vfat
modprobe nls_cp437
modprobe nls_ascii
truncate -s 40M /tmp/fat
mkdosfs /tmp/fat  # FAT32
check "a split set on FAT32" sh -c 'losetup /dev/loop0 /tmp/fat && mount -t vfat -o iocharset=ascii /dev/loop0 /mnt && cp /images/parts.cloop.* /mnt && cloop attach /mnt/parts.cloop /dev/cloop0 && cmp -n 600001 /dev/cloop0 /images/mixed.bin'
cloop detach /dev/cloop0
umount /mnt
losetup -d /dev/loop0
rm /tmp/fat
check "on loop, on cloop" sh -c 'cloop attach /images/nested.cloop /dev/cloop0 && losetup -r /dev/loop1 /dev/cloop0 && cloop attach /dev/loop1 /dev/cloop1 && cmp -n 600001 /dev/cloop1 /images/mixed.bin'
cloop detach /dev/cloop1
losetup -d /dev/loop1
cloop detach /dev/cloop0
rmmod cloop
