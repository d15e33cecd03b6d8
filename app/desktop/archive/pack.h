// SPDX-License-Identifier: GPL-3.0-or-later
// A selection of what is inside an image as an archive: .tar.xz or .zip.

#pragma once

#include "archive/image_archive.h"
#include "base/progress.h"
#include "file/output_target.h"

#include <stop_token>

namespace cloop::desktop {

enum class PackFormat {
    tar_xz,  ///< keeps everything: owners, links, devices
    zip,     ///< files, folders and symbolic links; at most 65 535 of them and 4 GiB
};

/// By the end of the name; none where it is neither.
std::optional<PackFormat> packFormatOf(const std::string &path);

struct PackResult {
    std::uint64_t files = 0;
    /// For each file, one error for each cause why it has zeros in place of lost bytes; and folders known in part. Subject: the path inside.
    std::vector<Error> damaged;
    std::vector<Error> skipped;  ///< what the format can't hold. Subject: the path inside
    bool withoutSockets = false; ///< a tar has no place for them
};

/// Packs `nodes` with all below into the output, which appears whole or not at all. Goes on past damage. For a thread beside the window's.
/// Errors: those of the output; zip_too_small; cancelled; out_of_memory.
Result<PackResult> pack(const ImageArchive &archive, const std::vector<NodeId> &nodes, const OutputRequest &output, const std::stop_token &stop,
                        const ProgressSink &progress);

} // namespace cloop::desktop
