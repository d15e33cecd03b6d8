// SPDX-License-Identifier: GPL-3.0-or-later
// A ByteSource of core as a QIODevice for reading.

#pragma once

#include "base/byte_source.h"

#include <QIODevice>

#include <vector>

namespace cloop::desktop {

/// Reads past damage: lost bytes are zeros and counted. Opened for reading from the start. Used by one thread at a time.
class SourceDevice final : public QIODevice {
public:
    explicit SourceDevice(SourcePtr source);

    bool isSequential() const override { return false; }
    qint64 size() const override { return static_cast<qint64>(source_->size()); }

    std::uint64_t lostBytes() const { return lostBytes_; }
    const std::vector<Error> &causes() const { return causes_; }  ///< of the losses, each once, with its first place

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    SourcePtr source_;
    std::uint64_t lostBytes_ = 0;
    std::vector<Error> causes_;
};

} // namespace cloop::desktop
