# SPDX-License-Identifier: GPL-3.0-or-later
# Images corrupted at random, and no memory leak.
insmod /cloop.ko
rounds=$(parameter corruptions)
probe corrupt /dev/cloop0 /images/small.cloop /images/mixed.bin 12 99 >/dev/null
rm /tmp/hurt-*
before=$(kernel_memory)
probe corrupt /dev/cloop1 /images/codecs.cloop /images/mixed.bin $((rounds / 2)) 2 >/tmp/said &
check "$rounds corruptions" probe corrupt /dev/cloop0 /images/small.cloop /images/mixed.bin $rounds 1
wait $!
check "corruptions with mixed codecs" test $? = 0
cat /tmp/said
rm /tmp/hurt-* /tmp/said
after=$(kernel_memory)
echo "memory before $before kB, after $after kB"
check "no memory leak" test $((after - before)) -lt 1000
rmmod cloop
