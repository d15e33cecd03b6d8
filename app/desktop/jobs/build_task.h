// SPDX-License-Identifier: GPL-3.0-or-later
// A build as the window has it: with what was reported on the way, and a file with the image's SHA-256 beside it.

#pragma once

#include "job/build_image.h"

namespace cloop::desktop {

struct BuildTask {
    BuildRequest build;     ///< what is there under the output's name is replaced: the window has asked
    bool writeSum = false;  ///< the image's SHA-256 beside it
};

struct BuildOutcome {
    BuildResult built;
    std::vector<Error> troubles;     ///< names of the source that could not be read, where it went on
    std::vector<Error> notes;        ///< what the image does not hold as it is in the source
    std::string imageSha256;         ///< of the file itself, where it was written beside
    std::optional<Error> sumTrouble; ///< why it was not: the image is there all the same
};

/// In the job's thread, as is `onBlock` (see BuildEvents::on_block). Errors: those of build_image().
Result<BuildOutcome> runBuild(const BuildTask &task, std::function<void(std::size_t stored)> onBlock, const std::stop_token &stop,
                              const ProgressSink &progress);

} // namespace cloop::desktop
