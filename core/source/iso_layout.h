// SPDX-License-Identifier: GPL-3.0-or-later
// Runs libisofs's layout in a separate thread, because it takes seconds for a million names and can't be interrupted.

#pragma once

#include "source/libisofs_api.h"

#include <memory>
#include <stop_token>

namespace cloop {

/// libisofs's output stream: another thread of libisofs fills its ring buffer.
struct EndBurnSource {
    void operator()(burn_source *source) const {
        source->cancel(source);
        source->free_data(source);
        std::free(source);
    }
};
using BurnSource = std::unique_ptr<burn_source, EndBurnSource>;

struct FreeWriteOptions {
    void operator()(IsoWriteOpts *options) const { iso_write_opts_free(options); }
};
using WriteOptions = std::unique_ptr<IsoWriteOpts, FreeWriteOptions>;

/// `owner`: owns the image; kept until the layout is done, even after a stop. Errors: those of libisofs; cancelled.
Result<BurnSource> lay_out(std::shared_ptr<const void> owner, IsoImage *image, WriteOptions options, const std::stop_token &stop);

} // namespace cloop
