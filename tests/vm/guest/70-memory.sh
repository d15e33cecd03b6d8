# SPDX-License-Identifier: GPL-3.0-or-later
# An image larger than the memory, and attaching until memory is exhausted.
insmod /cloop.ko cloop_max=256
check "an image larger than the memory" cloop attach /images/huge.cloop /dev/cloop0
check "its size" test "$(blockdev --getsize64 /dev/cloop0)" -gt $((2 * 1024 * $(awk '/^MemTotal/ { print $2 }' /proc/meminfo)))
check "its content" test "$(sum_of /dev/cloop0)" = "$(cat /images/huge.sum)"
cloop detach /dev/cloop0
check "attach fails when memory is exhausted" probe fill /images/all/v4-none-4M
check "an attached device still reads" cmp -n 600001 /dev/cloop0 /images/mixed.bin
cloop detach --all
check "after detach the memory is free again" cloop attach /images/all/v4-none-4M /dev/cloop0
rmmod cloop
