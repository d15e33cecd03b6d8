// SPDX-License-Identifier: GPL-3.0-or-later
// Packs a selection of an image's files as .tar.xz or .zip.

#pragma once

#include "archive/image_archive.h"
#include "base/progress.h"
#include "file/output_target.h"
#include "job/node_selection.h"

#include <stop_token>

namespace cloop::desktop {

enum class PackFormat {
    tar_xz,  ///< keeps everything: owners, links, devices
    zip,     ///< files, folders and symbolic links; at most 65 535 entries and 4 GiB
};

/// By the suffix; none for any other.
std::optional<PackFormat> packFormatOf(const std::string &path);

struct PackResult {
    std::uint64_t files = 0;
    /// One error per file and cause of lost bytes, which are zeros; and incomplete folders. Subject: the path in the image.
    std::vector<Error> damaged;
    std::vector<Error> skipped;  ///< nodes that the format can't hold. Subject: the path in the image
    bool withoutSockets = false; ///< sockets were left out, because tar can't hold them
};

/// Packs the selection into the output, which appears complete or not at all. Continues past damage. Call outside the window's thread.
/// Errors: those of the output; zip_too_small; cancelled; out_of_memory.
Result<PackResult> pack(const ImageArchive &archive, const NodeSelection &selection, const OutputRequest &output, const std::stop_token &stop,
                        const ProgressSink &progress);

} // namespace cloop::desktop
