// SPDX-License-Identifier: GPL-3.0-or-later
// A file of core that appears whole as a device of Qt that is written to.

#pragma once

#include "base/byte_sink.h"

#include <QIODevice>

namespace cloop::desktop {

/// Appends, and overwrites what was written before. Open for writing from the start; never reads. Used by one thread at a time.
/// `sink` outlives it, and is its caller's to commit.
class SinkDevice final : public QIODevice {
public:
    explicit SinkDevice(FileSink &sink) : sink_(sink) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

    bool isSequential() const override { return false; }
    qint64 size() const override { return size_; }

    /// The first error; what was written after it is lost.
    const Status &status() const { return status_; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    FileSink &sink_;
    qint64 size_ = 0;
    Status status_;
};

} // namespace cloop::desktop
