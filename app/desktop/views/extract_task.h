// SPDX-License-Identifier: GPL-3.0-or-later
// Files out of an image, as a job: to a folder or into an archive.

#pragma once

#include "file/file_identity.h"
#include "job/node_selection.h"
#include "jobs/job_queue.h"
#include "models/opened_image.h"

namespace cloop::desktop {

enum class ExtractTo { folder, archive };

struct ExtractTask {
    NodeSelection selection;
    QString target{};                ///< a folder that exists, or the archive to be made
    ExtractTo kind = ExtractTo::folder;
    bool replaces = false;           ///< files that are in the folder already are replaced, else skipped; and an archive of that name
    std::size_t damagedLeftOut = 0;  ///< files that the selection leaves out because they are damaged
};

/// Adds the job. Error: no_space, where the disc of the target surely has too little room.
Result<Job *> extract(JobQueue &queue, const OpenedImage &opened, ExtractTask task);

/// What of the selection's nodes is in the folder already, by its own name.
QStringList alreadyIn(const QString &folder, const OpenedImage &opened, const NodeSelection &selection);

/// What is at these paths; those where nothing is are left out.
std::vector<FileIdentity> identitiesOf(const std::vector<std::string> &paths);

} // namespace cloop::desktop
