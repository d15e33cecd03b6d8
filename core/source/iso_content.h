// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a file as libisofs reads it.

#pragma once

#include "source/file_content.h"
#include "source/libisofs_api.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace cloop {

/// What goes wrong in libisofs's thread, for the reader of the stream. Threads: any.
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
    /// What came since the last call. Error: out_of_memory.
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

/// A stream of `size` bytes for libisofs, which frees it. It never fails in libisofs's eyes: the layout is fixed by then, so what is lost is zeros
/// and reported in `troubles`, and the reader of the ISO decides. `identity`: equal for hard links to the same content. Null where there is no
/// memory.
IsoStream *new_content_stream(std::shared_ptr<FileContent> content, std::shared_ptr<ContentTroubles> troubles, std::uint64_t size,
                              std::uint64_t identity);

/// The identity of a stream that new_content_stream() made, to be changed before the layout.
std::uint64_t &identity_of_content(IsoStream *stream);

} // namespace cloop
