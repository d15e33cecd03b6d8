// SPDX-License-Identifier: GPL-3.0-or-later
// File contents as a stream for libisofs.

#pragma once

#include "source/file_content.h"
#include "source/libisofs_api.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace cloop {

/// Passes errors from libisofs's thread to the reader of the stream. Threads: any.
class ContentTroubles {
public:
    void add(Error error) {
        const std::lock_guard lock(mutex_);
        errors_.push_back(std::move(error));
    }
    void add_out_of_memory() {
        const std::lock_guard lock(mutex_);
        is_out_of_memory_ = true;
    }
    /// Errors added since the last call. Error: out_of_memory.
    Result<std::vector<Error>> take() {
        const std::lock_guard lock(mutex_);
        if (is_out_of_memory_) return fail(ErrorCode::out_of_memory);
        return std::exchange(errors_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Error> errors_;
    bool is_out_of_memory_ = false;
};

/// A stream of `size` bytes for libisofs, which frees it. It reports no errors to libisofs, because the layout is already fixed: lost bytes are zeros
/// and reported in `troubles`, and the reader of the ISO decides. `identity`: equal for hard links to the same content. Null if out of memory.
IsoStream *new_content_stream(std::shared_ptr<FileContent> content, std::shared_ptr<ContentTroubles> troubles, std::uint64_t size,
                              std::uint64_t identity);

/// The identity of a stream made by new_content_stream(); may be changed before the layout.
std::uint64_t &identity_of_content(IsoStream *stream);

} // namespace cloop
