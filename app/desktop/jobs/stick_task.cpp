// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/stick_task.h"

#include "text/sentences.h"

#include <QCoreApplication>

namespace cloop::desktop {

namespace {

struct StickText {
    Q_DECLARE_TR_FUNCTIONS(StickTask)
};

/// What becomes of the job: a sentence, and the sum for the log.
QString writtenText(const StickRequest &request, const StickResult &result) {
    QStringList parts{StickText::tr("%1 written to %2 and read back.").arg(sizeText(request.disc->size()), nameText(request.disk.name))};
    if (result.kept_size > 0) parts << StickText::tr("A partition of %1 keeps what is written while it runs.").arg(sizeText(result.kept_size));
    parts << StickText::tr("It can be taken out.");
    return parts.join(QLatin1Char(' ')) + QStringLiteral("\nSHA-256: ") + QString::fromStdString(result.sha256);
}

} // namespace

QString diskText(const Disk &disk) { return StickText::tr("%1, %2 (%3)").arg(nameText(disk.name), sizeText(disk.size), nameText(disk.path)); }

void writeStick(JobQueue &queue, const QString &name, const StickRequest &request) {
    // What was written is read back about twice as fast.
    queue.add(JobOrder{.title = StickText::tr("Write %1 to %2").arg(name, nameText(request.disk.name)),
                       .kind = JobKind::exportContent,
                       .phases = {{Phase::disc, 1}, {Phase::verify, 0.5}}},
              [request](const std::stop_token &stop, const ProgressSink &progress) { return write_stick(request, stop, progress); },
              [request](const Result<StickResult> &result) { return result ? writtenText(request, *result) : QString(); });
}

} // namespace cloop::desktop
