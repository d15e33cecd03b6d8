// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of everything that Linux keeps of a file.

#pragma once

#include "base/civil_time.h"
#include "support/program.h"

#include <QDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace cloop::test {

inline void set_attribute(const QByteArray &path, const char *attribute, const QByteArray &value) {
    QVERIFY2(::lsetxattr(path, attribute, value.data(), size_t(value.size()), 0) == 0, attribute);
}

/// Capabilities, devices and other owners only if we are root.
inline void make_everything(const QByteArray &folder) {
    const QByteArray base = folder + '/';
    for (const char *directory : {"", "empty", "deep/er/and/deeper", "many", "!before the dot"})
        QVERIFY(QDir().mkpath(QString(base + directory)));
    for (int i = 0; i < 500; ++i) QVERIFY(test::write_file(base + "many/a name that fills its block " + QByteArray::number(i), "x"));
    for (const int size : {0, 1, 4095, 4096, 4097, 300'000})
        QVERIFY(test::write_file(base + "size" + QByteArray::number(size), QByteArray(size, 's')));
    QVERIFY(test::write_file(base + QByteArray(255, 'n'), "longest name"));
    QVERIFY(test::write_file(base + QByteArray(254, 'n'), "second to it"));
    QVERIFY(::symlink("../target", base + "link") == 0);
    QVERIFY(::symlink(QByteArray(4095, 'l'), base + "longest link") == 0);
    QVERIFY(::link(base + "size300000", base + "deep/hard") == 0);
    QVERIFY(::link(base + "size300000", base + "deep/er/hard") == 0);
    QVERIFY(::mkfifo(base + "pipe", 0600) == 0);
    const int hole = ::open(base + "sparse", O_CREAT | O_WRONLY, 0640);
    QVERIFY(::ftruncate(hole, 5'000'000) == 0 && ::pwrite(hole, "end", 3, 4'000'000) == 3);
    ::close(hole);
    QVERIFY(::chmod(base + "size1", 06755) == 0 && ::chmod(base + "empty", 01777) == 0);
    set_attribute(base + "deep", "user.text", "of a folder");
    set_attribute(base + "size0", "user.long", QByteArray(2000, 'v'));
    for (int i = 0; i < 40; ++i) set_attribute(base + "size4096", QByteArray("user.number" + QByteArray::number(i)), QByteArray(i, 'v'));
    const QByteArray list = QByteArray::fromHex("0200000001000700ffffffff02000400e803000004000500ffffffff10000700ffffffff20000500ffffffff");
    set_attribute(base + "size4097", "system.posix_acl_access", list);
    set_attribute(base + "deep/er", "system.posix_acl_default", list);
    if (::geteuid() == 0) {
        set_attribute(base + "size4095", "security.capability", QByteArray::fromHex("0100000200200000000000000000000000000000"));
        set_attribute(base + "many", "trusted.word", "known to root");
        // Of the links themselves, whose targets do not exist.
        set_attribute(base + "link", "trusted.word", "of a link");
        set_attribute(base + "longest link", "security.label", "of a longer link");
        set_attribute(base + "pipe", "trusted.word", "of a pipe");
        // The emulator takes bit 31 for a sign.
        QVERIFY(::mknod(base + "device", S_IFCHR | 0620, makedev(4095, is_emulated ? 500'000 : 1'000'000)) == 0);
        QVERIFY(::mknod(base + "block device", S_IFBLK | 0660, makedev(8, 1)) == 0);
        QVERIFY(::chown(base + "size1", 1'000'000, 4'000'000'000U) == 0 && ::chmod(base + "size1", 06755) == 0);
    }
    // Before 1970 without a fraction, which libarchive reads as one to add. A time_t of 32 bits takes its first and its last second.
    const std::time_t first = system_time(-10'000'000'000), last = system_time(5'000'000'000);
    const timespec before[2] = {{first, 0}, {first, 0}}, after[2] = {{last, 0}, {last, 999'999'999}};
    QVERIFY(::utimensat(AT_FDCWD, base + "pipe", before, 0) == 0);
    QVERIFY(::utimensat(AT_FDCWD, base + "link", after, AT_SYMLINK_NOFOLLOW) == 0);
}

} // namespace cloop::test
