# SPDX-License-Identifier: GPL-3.0-or-later
# The whole content, of every version, codec and block size, and of images by other programs.
insmod /cloop.ko
for image in /images/all/*; do
    name=$(basename "$image")
    check "content of $name" sh -c "cloop attach $image /dev/cloop0 && cmp -n 600001 /dev/cloop0 /images/mixed.bin && probe random /dev/cloop0 /images/mixed.bin 2 40 both"
    cloop detach /dev/cloop0
done
cloop attach /images/qemu-simple-pattern.cloop /dev/cloop0
check "content of QEMU's sample" test "$(md5sum </dev/cloop0 | cut -d' ' -f1)" = 7e55b376f2b5b407292fa905f64c269c
cloop detach /dev/cloop0
losetup /dev/cloop0 /images/uzip
check "content of an image by mkuzip" sh -c 'cmp -n 600001 /dev/cloop0 /images/uzip.bin && [ $(blockdev --getsize64 /dev/cloop0) = 655360 ] && dd if=/dev/cloop0 bs=600001 skip=1 2>/dev/null | tr -d "\\0" | cmp - /dev/null'
losetup -d /dev/cloop0
cloop attach /images/copied.cloop /dev/cloop0
check "the size is the noted size in sectors" test "$(attribute 0 size)" -eq 1172
rmmod cloop
for size in 0 1 64; do
    insmod /cloop.ko cache_mb=$size
    cloop attach /images/large.cloop /dev/cloop0
    for mode in buffered direct both; do check "8 processes at random, $mode, cache_mb=$size" probe random /dev/cloop0 /images/large.bin 8 60 $mode; done
    echo "cache_mb=$size: hits $(attribute 0 cloop/cache_hits), joined $(attribute 0 cloop/requests_joined)"
    if [ $size = 64 ]; then check "the cache is used" test "$(attribute 0 cloop/cache_hits)" -gt 50; fi
    rmmod cloop
done
