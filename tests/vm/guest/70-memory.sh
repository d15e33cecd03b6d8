# More than there is memory, and too little of it.
insmod /cloop.ko cloop_max=256
check "an image larger than the memory" cloop attach /images/huge.cloop /dev/cloop0
check "its size" test "$(blockdev --getsize64 /dev/cloop0)" -gt $((2 * 1024 * $(awk '/^MemTotal/ { print $2 }' /proc/meminfo)))
check "its content" test "$(sum_of /dev/cloop0)" = "$(cat /images/huge.sum)"
cloop detach /dev/cloop0
check "attaching ends when memory does" probe fill /images/all/v4-none-4M
check "what is attached still reads" cmp -n 600001 /dev/cloop0 /images/mixed.bin
cloop detach --all
check "and memory is back" cloop attach /images/all/v4-none-4M /dev/cloop0
rmmod cloop
