# SPDX-License-Identifier: GPL-3.0-or-later
# The ways without cloop.ko: the content as a file of a FUSE mount that is attached nowhere, with a loop device on it; and the files, served directly.
modprobe -q fuse  # built into newer kernels
modprobe loop
# As udev does. Servers are not root.
chmod 666 /dev/fuse
chmod go+rX / /bin /bin/cloop-fuse /images /images/*.cloop
# No server, no loop device, no mount. Processes that have ended have no program.
nothing_left() { ! { readlink /proc/[0-9]*/exe; losetup -a; cat /proc/mounts; } 2>/dev/null | grep -E 'cloop-fuse|loop[0-9]|fuse.cloop'; }

loop=$(fuse_loop /images/copied.cloop)
check "a loop device of a FUSE file" test -b "$loop"
check "its size is the content's in sectors" test "$(blockdev --getsz "$loop")" = 1172
check "its content" test "$(sum_of "$loop")" = "$(cat /images/copied.sum)"
check "4 processes at random, buffered and direct" probe random "$loop" /images/mixed.bin 4 60 both
check "its file is named after server and image" test "$(cat "/sys/block/${loop#/dev/}/loop/backing_file")" = "/cloop-fuse-$(pidof cloop-fuse)/copied.img"
check "no mount is to be seen" refused grep fuse.cloop /proc/mounts
check "losetup -d" losetup -d "$loop"
check "then the server ends by itself" soon nothing_left

loop=$(fuse_loop /images/tree.cloop)
check "the content of an ISO 9660" sh -c "cloop extract /images/tree.cloop - | cmp $loop -"
check "mount" mount -r -t iso9660 "$loop" /mnt
check "the files on the loop device" sh -c 'cd /mnt && sha256sum -c -s /images/tree.sums'
losetup -d "$loop"
check "the files, after losetup -d, from the image" sh -c 'echo 3 >/proc/sys/vm/drop_caches; cd /mnt && sha256sum -c -s /images/tree.sums'
umount /mnt
check "after unmount nothing is left" soon nothing_left

loop=$(fuse_loop /images/large.cloop)
(cat "$loop" "$loop" "$loop" >/dev/null 2>/tmp/readers.said; echo $(($? == 0)) >/tmp/readers) &
kill -9 "$(pidof cloop-fuse)"
check "a reader whose server is killed ends, with an error" ended
check "and its device can be detached" losetup -d "$loop"
check "after that nothing is left" soon nothing_left

check "the tree" cloop-fuse /images/tree.cloop /mnt
check "the files of the tree" sh -c 'cd /mnt && sha256sum -c -s /images/tree.sums'
check "the names of the tree" test "$(cd /mnt && find . -type f | wc -l)" = "$(wc -l </images/tree.sums)"
umount /mnt
check "after unmount of the tree nothing is left" soon nothing_left
cloop-fuse /images/holed.cloop /mnt
check "all sound sectors of a damaged file in the tree" probe around /mnt/mixed.bin /images/mixed.bin 2048 "$(cat /images/holed.sectors)"
umount /mnt
check "after unmount of the damaged one nothing is left" soon nothing_left
