// SPDX-License-Identifier: GPL-3.0-or-later
// A source with unreadable ranges, which give an error (EIO by default, as a drive does).

#pragma once

#include "support/image_builder.h"

#include <atomic>
#include <cerrno>

namespace cloop::test {

class FaultySource final : public ByteSource {
public:
    struct Fault {
        std::uint64_t begin, end;
    };
    FaultySource(Bytes bytes, std::vector<Fault> faults, Error error = {.code = ErrorCode::read_failed, .sys = EIO})
        : source_(std::move(bytes)), faults_(std::move(faults)), error_(std::move(error)) {}
    std::uint64_t size() const override { return source_.size(); }
    const std::string &name() const override { return source_.name(); }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        for (const Fault &fault : faults_)
            if (offset < fault.end && offset + out.size() > fault.begin) {
                ++failed_reads_;
                Error error = error_;
                error.offset = std::max(offset, fault.begin);
                error.subject = name();
                return std::unexpected(std::move(error));
            }
        return source_.read_at(offset, out);
    }

    int failed_reads() const { return failed_reads_; }  ///< so far

private:
    MemorySource source_;
    std::vector<Fault> faults_;
    Error error_;
    mutable std::atomic<int> failed_reads_ = 0;
};

} // namespace cloop::test
