// SPDX-License-Identifier: GPL-3.0-or-later
// A build for the window: collects reports, and can write the image's SHA-256 to a file.

#pragma once

#include "job/build_image.h"
#include "jobs/job.h"
#include "live/live_disc.h"

#include <QStringList>

namespace cloop::desktop {

/// Measured: with deflate at its usual level a tenth, with xz far less.
inline constexpr double usualVerifyShare = 0.1;

struct BuildTask {
    BuildRequest build;
    bool writeSum = false;  ///< the image's SHA-256 beside it
    Replace replaceSum = Replace::no;
    QString patterns{};     ///< what is left out, as it was written
    bool usesCluster = false; ///< other computers encode too
    bool isBootable = false;  ///< an ISO that boots instead of an image; of a folder or archive
    double verifyShare = usualVerifyShare;  ///< seconds for reading back for each one of building, by the estimate
};

/// What is opened when it is done: of a split image its first part.
QString openedPath(const BuildTask &task);

/// For the log: the program's version, source, output, and the options in the words of `cloop create`.
QStringList factsOf(const BuildTask &task);

/// The phases whose time is told together.
std::vector<PhaseShare> phasesOf(const BuildTask &task);

struct BuildOutcome {
    BuildResult built;
    std::optional<LiveResult> disc{};  ///< that boots; `built` is the image on it
    std::vector<Error> notes;        ///< what the image does not hold as it is in the source
    std::string imageSha256;         ///< of the file itself, where it was written beside
    std::optional<Error> sumTrouble; ///< why it was not: the image is there all the same
};

/// In the job's thread, as are the `events`, of which troubles and notes are collected here. `troubles`: gets the names of the source that could not
/// be read, also where the build ends for them. Errors: those of build_image() or make_live_disc().
Result<BuildOutcome> runBuild(const BuildTask &task, std::vector<Error> &troubles, BuildEvents events, const std::stop_token &stop);

} // namespace cloop::desktop
