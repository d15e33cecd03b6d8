// SPDX-License-Identifier: GPL-3.0-or-later
// The SHA-256 of an image, and its comparison with the one that came with it.

#pragma once

#include "jobs/job_queue.h"

#include <functional>
#include <string>

class QWidget;

namespace cloop::desktop {

/// Adds the job that sums the file, drive or split set at `path`, called `name`. `sums`: a SHA-256 file to compare with; empty: none.
/// `done`: gets the sum, in the window's thread, where there is one. The job is the queue's.
Job *addSum(JobQueue &queue, const QString &name, const std::string &path, const QString &sums, std::function<void(const QString &)> done = {});

/// The same for the outer file, disc or set that holds an image, because the sum belongs to the download. `image`: by its name.
void addSumOfImage(JobQueue &queue, const QString &image, const QString &sums);

/// Asks for the SHA-256 file of an image, and proposes the one beside it. Empty: cancelled.
QString askSumFile(QWidget *parent, const QString &image);

} // namespace cloop::desktop
