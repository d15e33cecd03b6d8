# SPDX-License-Identifier: GPL-3.0-or-later
# An image on NFS. The server is the kernel's own, in the same guest; its tables are filled by hand, so it needs no daemon.
insmod /cloop.ko
modprobe nfsd
modprobe nfsv4
ip link set lo up
mkdir -p /share /mnt2
mount -t tmpfs share /share
cp /images/copied.cloop /images/tree.cloop /images/parts.cloop.* /share
mount -t nfsd nfsd /proc/fs/nfsd
never=2147483647
flags=$((0x2403))  # fsid, no subtree check, any port, read-only
echo "nfsd 127.0.0.1 $never local" >/proc/net/rpc/auth.unix.ip/channel
echo "local /share $never $flags 65534 65534 0" >/proc/net/rpc/nfsd.export/channel
echo "local 1 \\x00000000 $never /share" >/proc/net/rpc/nfsd.fh/channel
echo 10 >/proc/fs/nfsd/nfsv4leasetime
echo 10 >/proc/fs/nfsd/nfsv4gracetime  # otherwise the first open waits 90 s
echo "-3 +4" >/proc/fs/nfsd/versions  # without NFSv3 it needs no rpcbind
echo "tcp 2049" >/proc/fs/nfsd/portlist
echo 2 >/proc/fs/nfsd/threads
check "NFS is mounted" probe mount nfs4 127.0.0.1:/ /mnt2 vers=4.2,addr=127.0.0.1,clientaddr=127.0.0.1,sec=sys
check "an image on NFS" sh -c 'cloop attach /mnt2/copied.cloop /dev/cloop0 && cmp -n 600001 /dev/cloop0 /images/mixed.bin && probe random /dev/cloop0 /images/mixed.bin 8 40 both'
check "a split set on NFS" sh -c 'cloop attach /mnt2/parts.cloop /dev/cloop1 && cmp -n 600001 /dev/cloop1 /images/mixed.bin'
check "files of an image on NFS" sh -c 'cloop attach /mnt2/tree.cloop /dev/cloop2 && mount -r -t iso9660 /dev/cloop2 /mnt && cd /mnt && sha256sum -c -s /images/tree.sums'
umount /mnt
check "suspend and detach release the file system" sh -c 'cloop suspend /dev/cloop0 && cloop detach /dev/cloop1 /dev/cloop2 && umount /mnt2'
echo 0 >/proc/fs/nfsd/threads
cloop detach /dev/cloop0
umount /proc/fs/nfsd
umount /share
rmmod cloop
