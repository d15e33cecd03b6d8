# SPDX-License-Identifier: GPL-3.0-or-later
# Reads of damaged blocks fail, and no others.
insmod /cloop.ko
check "an image with damaged blocks" cloop attach /images/bad.cloop /dev/cloop0
check "the sound blocks around them" probe around /dev/cloop0 /images/mixed.bin 4096 "$(cat /images/bad.blocks)"
check "the number of damaged blocks" test "$(attribute 0 cloop/damaged_blocks)" -eq 5
check "the log names a damaged block" sh -c "dmesg | grep -q 'cloop: cloop0: block [0-9]* (offset [0-9]*): the stored bytes do not decode to a block.'"
for size in 12K 64K; do
    cloop attach /images/bad-$size.cloop /dev/cloop1
    check "the sound blocks around damaged ones of $size" probe around /dev/cloop1 /images/mixed.bin $((${size%K} * 1024)) "$(cat /images/bad-$size.blocks)"
    cloop detach /dev/cloop1
done
read_on until-errors /dev/cloop0 8
touch /tmp/stop
check "8 readers at once get no wrong byte" ended
check "detach" cloop detach /dev/cloop0
check "an image that is cut off" cloop attach /images/cut.cloop /dev/cloop0
check "the blocks before the cut" probe around /dev/cloop0 /images/mixed.bin 4096 "$(cat /images/cut.blocks)"
check "detach the cut one" cloop detach /dev/cloop0
for hostile in /images/hostile/*; do
    check "$(basename "$hostile") is refused" refused losetup /dev/cloop2 "$hostile"
done
check "the log names images that only FreeBSD reads" test "$(dmesg | grep -c "a mkuzip image that only FreeBSD reads")" = 3
check "the log names contradicting heads" test "$(dmesg | grep -c "noted size and first blocks contradict")" = 2
for mended in /images/mended/*; do
    name=$(basename "$mended")
    check "$name is corrected" sh -c "losetup /dev/cloop0 '$mended' && [ \$(cat /sys/block/cloop0/cloop/blocks) = 10 ] && cmp -n 600001 /dev/cloop0 /images/mixed.bin"
    losetup -d /dev/cloop0
done
check "the log shows the correction" sh -c "dmesg | grep -q 'the head says 3 blocks, the index says 10'"
# The version, block size and block count with the first entries, the last entry.
for bytes in "11 15" "128 160" "216 224"; do check "each bit of bytes $bytes" probe flips /dev/cloop0 /images/tiny.cloop /images/tiny.bin $bytes; done
for hostile in /images/hurt/*; do
    name=$(basename "$hostile")
    check "$name is attached" losetup /dev/cloop0 "$hostile"
    dd if=/dev/cloop0 of=/dev/null bs=4096 count=400 conv=noerror 2>/dev/null
    check "$name is detached" losetup -d /dev/cloop0
    check "after $name another image can be read" sh -c 'cloop attach /images/copied.cloop /dev/cloop1 && cmp -n 600001 /dev/cloop1 /images/mixed.bin && cloop detach /dev/cloop1'
done
check "rmmod" rmmod cloop
