// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a disc to a stick, for the window.

#pragma once

#include "jobs/job_queue.h"
#include "live/stick.h"

namespace cloop::desktop {

/// "SanDisk Ultra, 14.9 GiB (/dev/sdb)"
QString diskText(const Disk &disk);

/// Queues it. `name`: of the disc, for people.
void writeStick(JobQueue &queue, const QString &name, const StickRequest &request);

} // namespace cloop::desktop
