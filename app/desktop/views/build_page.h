// SPDX-License-Identifier: GPL-3.0-or-later
// From a folder, an ISO, an archive or any file to an image: the choices with their estimates, then the job with its map, then the result.

#pragma once

#include "jobs/build_task.h"
#include "jobs/job_queue.h"
#include "jobs/preset_estimates.h"
#include "models/opened_image.h"
#include "models/suggested_path.h"
#include "source/open_stream.h"
#include "views/map_painter.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace cloop::desktop {

class BuildChoices;
class BuildProgress;
class MapPanel;
class MapView;
class ResultCard;
class ToneLabel;

/// Shows the form, or one build: while it works, and what became of it. Further builds wait in the queue.
class BuildPage final : public QWidget {
    Q_OBJECT

public:
    explicit BuildPage(JobQueue &queue, QWidget *parent = nullptr);
    ~BuildPage() override;

    /// What to build from; the form is shown, and the estimates begin. `label`: of the disc in a drive, after which the image is named.
    void setSource(const QString &path, const QString &label = {});

    /// Sets an image to convert.
    void setSource(const OpenedImage &opened);

    bool hasSource() const { return !source_.path.empty(); }
    QString sourcePath() const { return nameText(source_.path); }
    Job *job() const;  ///< of the build that is shown; null where there is none
    bool isBuilding() const { return !open_.empty(); }
    QString output() const;
    BuildChoices *choices() const { return choices_; }
    MapView *map() const;
    void setScheme(MapScheme scheme);

    /// Asks before it replaces what is there under the name of the output. While another build works, this one waits for it.
    void start();

signals:
    void estimated();  ///< all estimates are precise enough, or the time is over
    void built(const QString &path, bool isVerified);
    void openWanted(const QString &path);
    void showWanted(const QString &path);  ///< in its folder
    void stickWanted(const QString &path); ///< the disc, written to a stick
    void backWanted();
    void failed(const QString &sentence);

private:
    struct Build;
    using BuildPtr = std::shared_ptr<Build>;

    QWidget *makeForm();
    QWidget *makeWork();
    void connectChoices();
    void takeSource(const QString &title, const QString &where, const char *icon, SourceKind kind, const SuggestedPath &output);
    void estimateAnew();
    bool takeFilter();
    void judgeStart();
    bool mayRun(BuildTask &task);
    void run(BuildTask task);
    void runAgain(bool withoutUnreadable);
    void show(const BuildPtr &build);
    void showForm();
    void showJob();
    void showOther();
    void takeStored();
    void end(const BuildPtr &build, const Result<BuildOutcome> &outcome);
    void copyImageSum();

    JobQueue &queue_;
    BuildSource source_;
    std::vector<BuildPtr> open_;  ///< builds that are not done, in the order of the queue
    BuildPtr shown_;              ///< null: the form
    std::size_t taken_ = 0;       ///< blocks of it that are on the map
    BuildChoices *choices_;
    ToneLabel *trouble_;
    QPushButton *start_;
    QWidget *other_;
    QLabel *otherText_;
    QStackedWidget *pages_;
    QWidget *form_;
    QWidget *work_ = nullptr;
    MapPanel *mapPanel_;
    QStackedWidget *side_;
    BuildProgress *progress_;
    ResultCard *result_;
    QWidget *resultScroll_ = nullptr;
    QTimer *estimateSoon_;
    PresetEstimates estimates_;
};

} // namespace cloop::desktop
