// SPDX-License-Identifier: GPL-3.0-or-later
// A build for the window: collects reports, and can write the image's SHA-256 to a file.

#pragma once

#include "job/build_image.h"

namespace cloop::desktop {

struct BuildTask {
    BuildRequest build;     ///< replaces an existing output: the window has asked
    bool writeSum = false;  ///< write the image's SHA-256 to a file beside it
};

struct BuildOutcome {
    BuildResult built;
    std::vector<Error> troubles;     ///< unreadable files of the source that were skipped
    std::vector<Error> notes;        ///< what the image holds differently from the source
    std::string imageSha256;         ///< of the image file, if written
    std::optional<Error> sumTrouble; ///< why the sum was not written; the image is complete
};

/// Runs in the job's thread and calls `onBlock` there (see BuildEvents::on_block). Errors: those of build_image().
Result<BuildOutcome> runBuild(const BuildTask &task, std::function<void(std::size_t stored)> onBlock, const std::stop_token &stop,
                              const ProgressSink &progress);

} // namespace cloop::desktop
