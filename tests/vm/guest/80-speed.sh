# SPDX-License-Identifier: GPL-3.0-or-later
# Measures speed: prints lines "speed NAME VALUE…" for the bench.
modprobe virtio_pci
modprobe virtio_blk
modprobe squashfs
mkdir -p /disc
mount -r -t ext4 /dev/vda /disc

cpu() { awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 }' /proc/stat; }        # busy time of all processes, in 1/100 s
now() { cut -d' ' -f1 /proc/uptime; }
# measured NAME COMMAND…: wall and CPU seconds of the whole machine, with an empty page cache.
measured() {
    local name=$1 begin begin_cpu
    shift
    sync
    echo 3 >/proc/sys/vm/drop_caches
    sleep 0.3
    begin=$(now) begin_cpu=$(cpu)
    "$@" >/dev/null 2>&1
    echo "speed $name $(awk "BEGIN { print $(now) - $begin, ($(cpu) - $begin_cpu) / 100 }")"
}
processors() { echo $(($1 - 1)) >/sys/devices/system/cpu/cpu1/online; }
readers() {
    local i=0
    while [ $i -lt $1 ]; do
        "$2" "$3" &
        i=$((i + 1))
    done
    wait
}

insmod /cloop.ko
for round in 1 2 3; do
    mount -r -t squashfs /dev/vdb /mnt
    measured squashfs find /mnt -type f -exec cat {} +
    umount /mnt
    cloop attach /dev/vdc /dev/cloop0 >/dev/null
    mount -r -t iso9660 /dev/cloop0 /mnt
    measured cloop find /mnt -type f -exec cat {} +
    umount /mnt
    cloop detach /dev/cloop0
done
rmmod cloop

cp /disc/part.cloop /disc/part.bin /tmp
for round in 1 2 3; do
    for processors in 1 2; do
        processors $processors
        insmod /cloop.ko cache_mb=0
        cloop attach /tmp/part.cloop /dev/cloop0 >/dev/null
        [ $processors = 1 ] && count=1 || count=4
        cat /tmp/part.bin >/dev/null
        begin=$(now)
        probe random /dev/cloop0 /tmp/part.bin $count 500 direct
        echo "speed random-$processors $(awk "BEGIN { print $(now) - $begin }")"
        begin=$(now)
        readers $count sha256sum /tmp/part.bin >/dev/null
        echo "speed sha-$processors $(awk "BEGIN { print $(now) - $begin }")"
        rmmod cloop
    done
done

insmod /cloop.ko
before=$(kernel_memory)
cloop attach /disc/four.cloop /dev/cloop0 >/dev/null
# Parts of many blocks, so that the cache fills.
i=0
while [ $i -lt 300 ]; do dd if=/dev/cloop0 of=/dev/null bs=4096 count=1 skip=$((i * 3000)) iflag=direct 2>/dev/null; i=$((i + 1)); done
blocks=$(attribute 0 cloop/blocks)
echo "speed memory $(($(awk '/^SUnreclaim|^VmallocUsed|^Percpu/ { sum += $2 } END { print sum }' /proc/meminfo) - before)) $blocks"
cloop detach /dev/cloop0
for round in 1 2 3; do
    measured attach losetup /dev/cloop0 /disc/million.cloop
    cloop detach /dev/cloop0
done
rmmod cloop
umount /disc
