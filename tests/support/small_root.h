// SPDX-License-Identifier: GPL-3.0-or-later
// A root file system that is just enough for `cloop live`.

#pragma once

#include "support/program.h"

#include <QDir>
#include <QFileInfo>

namespace cloop::test {

/// With a kernel that says nothing but its name. All times are fixed.
inline bool make_small_root(const QString &root) {
    const auto put = [&](const QString &path, const QByteArray &bytes) {
        const QString file = root + "/" + path;
        return QDir().mkpath(QFileInfo(file).path()) && write_file(file, bytes);
    };
    const QString modules = "usr/lib/modules/1.0";
    return put("boot/vmlinuz-1.0", QByteArray(30'000, 'k')) && put(modules + "/modules.dep", "kernel/fs/erofs/erofs.ko:\n") &&
           put(modules + "/modules.builtin", "kernel/fs/overlayfs/overlay.ko\nkernel/drivers/block/loop.ko\n") &&
           put(modules + "/modules.alias", "alias fs-erofs erofs\n") && put(modules + "/kernel/fs/erofs/erofs.ko", QByteArray(5000, 'm')) &&
           put("usr/sbin/init", "#!/bin/sh\n") && put("etc/os-release", "NAME=x\nPRETTY_NAME=\"Small System 1\"\n") &&
           put("etc/machine-id", "secret\n") && QFile::link("usr/lib", root + "/lib") &&
           run("sh", {"-c", "find . -exec touch -h -d @1700000000 {} +"}, {}, root).status == 0;
}

} // namespace cloop::test
