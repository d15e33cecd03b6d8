// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/source_device.h"

#include "base/tolerant_read.h"

#include <algorithm>

namespace cloop::desktop {

SourceDevice::SourceDevice(SourcePtr source) : source_(std::move(source)) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

qint64 SourceDevice::readData(char *data, qint64 most) {
    const qint64 count = std::min(most, size() - pos());
    if (count <= 0) return 0;
    const std::span bytes(reinterpret_cast<std::byte *>(data), static_cast<std::size_t>(count));
    for (LostRange &lost : read_past_damage(*source_, static_cast<std::uint64_t>(pos()), bytes)) {
        lostBytes_ += lost.extent.size;
        const auto isSame = [&](const Error &known) { return known.code == lost.error.code && known.sys == lost.error.sys; };
        if (std::ranges::none_of(causes_, isSame)) causes_.push_back(std::move(lost.error));
    }
    return count;
}

} // namespace cloop::desktop
