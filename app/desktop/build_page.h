// From a folder, an ISO, an archive or any file to an image: choices, estimate, the job with its map, the result.

#pragma once

#include "core_job.h"
#include "job/estimate.h"
#include "job/presets.h"
#include "map_page.h"

#include <memory>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace cloop::desktop {

class BuildPage final : public MapPage {
    Q_OBJECT

public:
    explicit BuildPage(QWidget *parent = nullptr);
    ~BuildPage() override;

    /// What to build from; the estimates begin.
    void setSource(const QString &path);

    bool isBuilding() const { return build_.isRunning(); }
    QString output() const;
    void setOutput(const QString &path);
    void setPreset(int number);
    void start();
    void cancel() { build_.cancel(); }

signals:
    void estimated();
    void built(const QString &path);
    void openWanted(const QString &path);
    void failed(const QString &sentence);

private:
    struct Feed;

    QWidget *makeChoices();
    void estimateAll();
    void takeStored();
    void end(const Result<CreateResult> &result);
    void setBuilding(bool isBuilding);

    QString source_;
    std::shared_ptr<Feed> feed_;
    QLabel *sourceLabel_;
    QButtonGroup *presetButtons_;
    QList<QLabel *> estimates_;
    QLineEdit *output_;
    QWidget *choices_;
    QPushButton *startButton_;
    QPushButton *pauseButton_;
    QPushButton *openButton_;
    QProgressBar *progress_;
    QLabel *status_;
    CoreJob estimate_;
    CoreJob build_;
};

} // namespace cloop::desktop
