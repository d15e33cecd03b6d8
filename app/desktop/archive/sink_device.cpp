// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sink_device.h"

#include <algorithm>

namespace cloop::desktop {

qint64 SinkDevice::writeData(const char *data, qint64 size) {
    auto bytes = std::as_bytes(std::span(data, static_cast<std::size_t>(size)));
    if (status_ && pos() < size_) {
        const auto old = bytes.first(static_cast<std::size_t>(std::min(size, size_ - pos())));
        status_ = sink_.patch(static_cast<std::uint64_t>(pos()), old);
        bytes = bytes.subspan(old.size());
    }
    if (status_ && !bytes.empty()) {
        status_ = sink_.write(bytes);
        size_ += static_cast<qint64>(bytes.size());
    }
    return status_ ? size : -1;
}

} // namespace cloop::desktop
