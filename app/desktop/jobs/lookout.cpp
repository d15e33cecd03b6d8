// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/lookout.h"

#include <system_error>
#include <thread>

namespace cloop::desktop {

/// What a thread may still hold when the object is gone.
struct Lookout::Link {
    std::mutex mutex;
    Lookout *lookout;
};

Lookout::Lookout(QObject *parent) : QObject(parent), link_(std::make_shared<Link>()) { link_->lookout = this; }

Lookout::~Lookout() {
    const std::lock_guard lock(link_->mutex);
    link_->lookout = nullptr;
}

bool Lookout::run(std::function<void()> look, std::function<void()> take) {
    try {
        std::thread([link = link_, look = std::move(look), take = std::move(take)] {
            look();
            const std::lock_guard lock(link->mutex);
            if (link->lookout) QMetaObject::invokeMethod(link->lookout, take, Qt::QueuedConnection);
        }).detach();
    } catch (const std::system_error &) {
        return false;
    }
    return true;
}

} // namespace cloop::desktop
