// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recent_looks.h"

#include <mutex>
#include <system_error>
#include <thread>

namespace cloop::desktop {

/// What a thread may still hold when the object is gone.
struct RecentLooks::Shared {
    std::mutex mutex;
    RecentLooks *looks;
};

RecentLooks::RecentLooks(QObject *parent) : QObject(parent), shared_(std::make_shared<Shared>()) { shared_->looks = this; }

RecentLooks::~RecentLooks() {
    const std::lock_guard lock(shared_->mutex);
    shared_->looks = nullptr;
}

void RecentLooks::look(const QList<RecentFile> &files) {
    for (const RecentFile &file : files) {
        if (looking_.contains(file.path)) continue;
        try {
            std::thread([shared = shared_, file] {
                const RecentFile::Change change = file.change();
                const std::lock_guard lock(shared->mutex);
                if (RecentLooks *looks = shared->looks)
                    QMetaObject::invokeMethod(looks, [looks, path = file.path, change] { looks->take(path, change); }, Qt::QueuedConnection);
            }).detach();
        } catch (const std::system_error &) {
            // Without a thread nothing is said of the file.
            continue;
        }
        looking_ << file.path;
    }
}

void RecentLooks::take(const QString &path, RecentFile::Change change) {
    looking_.removeOne(path);
    emit seen(path, change);
}

} // namespace cloop::desktop
