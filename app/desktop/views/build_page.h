// SPDX-License-Identifier: GPL-3.0-or-later
// The page that builds an image from a folder, ISO, archive or any file: choices, estimates, the job with its map, the result.

#pragma once

#include "jobs/build_task.h"
#include "jobs/job_queue.h"
#include "jobs/preset_estimates.h"
#include "models/opened_image.h"
#include "source/open_stream.h"
#include "views/map_page.h"

#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace cloop::desktop {

class BuildChoices;
class SumLine;

class BuildPage final : public MapPage {
    Q_OBJECT

public:
    explicit BuildPage(JobQueue &queue, QWidget *parent = nullptr);
    ~BuildPage() override;

    /// Sets the source and starts the estimates.
    void setSource(const QString &path);

    /// Sets an image to convert.
    void setSource(const OpenedImage &opened);

    bool hasSource() const { return !source_.path.empty(); }
    QString sourcePath() const { return nameText(source_.path); }
    const Job *job() const { return job_; }
    bool isBuilding() const { return job_ && !job_->hasEnded(); }
    QString output() const;
    BuildChoices *choices() const { return choices_; }

    /// Asks before replacing an existing output.
    void start();
    void cancel();

signals:
    void estimated();  ///< all estimates are precise enough, or the time is over
    void built(const QString &path);
    void openWanted(const QString &path);
    void failed(const QString &sentence);

private:
    struct Feed;

    void takeSource(const QString &title, const QString &where, SourceKind kind, const QString &output);
    void estimateAnew();
    bool takeFilter();
    void run(BuildTask task);
    void takeStored();
    void showJob();
    void end(const Result<BuildOutcome> &outcome);
    QString firstPart() const;

    JobQueue &queue_;
    BuildSource source_;
    QString built_;  ///< output of the current or last build
    std::shared_ptr<Feed> feed_;
    BuildChoices *choices_;
    QPushButton *start_;
    QPushButton *pause_;
    QPushButton *open_;
    QPushButton *show_;
    QProgressBar *progress_;
    QLabel *status_;
    SumLine *contentSum_;
    SumLine *imageSum_;
    QTimer *estimateSoon_;
    PresetEstimates estimates_;
    QPointer<Job> job_;
};

} // namespace cloop::desktop
