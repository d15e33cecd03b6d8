// SPDX-License-Identifier: GPL-3.0-or-later
// mount_bench IMAGE, by tests/support/private_system.sh: prints how many seconds an ordinary user waits until the image is mounted by FUSE and a loop
// device. The median of 10, while the services run already.

#include "support/private_system.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

int main(int argc, char **argv) {
    using namespace cloop::test;
    const QCoreApplication application(argc, argv);
    const QString why = argc == 2 ? why_not_private() : QStringLiteral("names no image");
    if (!why.isEmpty()) {
        std::fprintf(stderr, "mount_bench: %s\n", qPrintable(why));
        return 1;
    }
    std::vector<double> seconds;
    while (seconds.size() <= 10) {
        QElapsedTimer clock;
        clock.start();
        const Outcome mounted = run_as(User::tester, Where::in_session, BIN_DIR "/cloop", {"mount", "--way", "fuse", argv[1]});
        seconds.push_back(double(clock.nsecsElapsed()) / 1e9);
        const Outcome unmounted = run_as(User::tester, Where::in_session, BIN_DIR "/cloop", {"umount", argv[1]});
        if (mounted.status == 0 && unmounted.status == 0) continue;
        std::fprintf(stderr, "%s%s", mounted.err.constData(), unmounted.err.constData());
        return 1;
    }
    seconds.erase(seconds.begin());  // it has started the services
    std::ranges::sort(seconds);
    std::printf("%.3f\n", (seconds[4] + seconds[5]) / 2);
}
