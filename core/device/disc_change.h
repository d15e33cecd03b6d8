// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a disc out while its device is suspended, and resumes when it is back.

#pragma once

#include "device/disc.h"

#include <functional>

namespace cloop {

struct DiscChange {
    std::function<Status()> resume;                   ///< the device, with the image that is there now
    std::function<void()> on_wanted;                  ///< the tray is open: ask for the disc
    std::function<void(const Error &)> on_refused;    ///< a disc can't be used, or not be ejected again
};

/// Waits until `change.resume` takes a disc; ejects others again. Error: cancelled.
Status change_disc(Disc &disc, const DiscChange &change, const std::stop_token &stop);

} // namespace cloop
