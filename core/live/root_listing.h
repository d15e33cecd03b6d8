// SPDX-License-Identifier: GPL-3.0-or-later
// Lists a root file system, whatever it comes as, for the plan of a disc.

#pragma once

#include "base/progress.h"
#include "live/live_plan.h"
#include "source/source_filter.h"

#include <stop_token>

namespace cloop {

/// A folder, an archive, or an image or disc whose file system core reads. Of an archive only the list is read.
/// Errors: those of FolderListing, ArchivePass, open_filesystem().
Status survey_root(const std::string &path, const SourceFilter &filter, RootSurvey &survey, const std::stop_token &stop,
                   const ProgressSink &progress);

} // namespace cloop
