// SPDX-License-Identifier: GPL-3.0-or-later
// A system without a kernel module, for tests of the service that builds it.

#pragma once

#include "support/private_system.h"

#include <QDir>
#include <QSysInfo>

namespace cloop::test {

/// The folders of DKMS and of the kernel's modules become empty ones that only the test sees; `service` takes the sources of this tree.
/// Pre: a private system, in which the service does not run yet.
inline bool empty_dkms(const QString &service, const QString &sources) {
    bool is_done = true;
    for (const char *folder : {"/usr/src", "/lib/modules", "/var/lib/dkms"})
        is_done = is_done && QDir().mkpath(folder) && run("mount", {"-t", "tmpfs", "none", folder}).status == 0;
    const QString file = service + ".service";
    QByteArray text = read_file("/usr/share/dbus-1/system-services/" + file);
    text.replace("/cloop-module-helper\n", "/cloop-module-helper " + sources.toUtf8() + "\n");
    return is_done && QDir().mkpath("/lib/modules/" + QSysInfo::kernelVersion()) && write_file("/usr/share/dbus-1/system-services/" + file, text) &&
           write_file("/run/private_system/services/" + file, text) && reload_bus();
}

} // namespace cloop::test
