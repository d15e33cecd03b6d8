// SPDX-License-Identifier: GPL-3.0-or-later
// A FileSink of core as a QIODevice for writing.

#pragma once

#include "base/byte_sink.h"

#include <QIODevice>

namespace cloop::desktop {

/// Appends, and can overwrite earlier bytes. Opened for writing from the start; can't read. Used by one thread at a time.
/// `sink` must outlive it; the caller commits it.
class SinkDevice final : public QIODevice {
public:
    explicit SinkDevice(FileSink &sink) : sink_(sink) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

    bool isSequential() const override { return false; }
    qint64 size() const override { return size_; }

    /// The first error; later writes are dropped.
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
