// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/disc_change.h"

#include <chrono>
#include <thread>

namespace cloop {

Status change_disc(Disc &disc, const DiscChange &change, const std::stop_token &stop) {
    while (true) {
        change.on_wanted();
        auto changed = disc.wait(stop);
        if (!changed && changed.error().code == ErrorCode::cancelled) return changed;
        if (changed) changed = change.resume();
        if (changed) return {};
        change.on_refused(changed.error());
        if (const auto ejected = disc.eject(); !ejected) {
            change.on_refused(ejected.error());
            std::this_thread::sleep_for(std::chrono::seconds(3));
        }
    }
}

} // namespace cloop
