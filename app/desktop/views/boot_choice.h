// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a folder or archive becomes a disc that boots, and what it has and lacks for that.

#pragma once

#include "jobs/core_job.h"
#include "live/live_plan.h"
#include "source/open_stream.h"

#include <QWidget>

class QCheckBox;

namespace cloop::desktop {

class ToneLabel;

/// Shown for sources that may be a root file system, where the live kit is installed. What is in the source is looked for when the choice is made.
class BootChoice final : public QWidget {
    Q_OBJECT

public:
    explicit BootChoice(QWidget *parent = nullptr);
    ~BootChoice() override;

    /// Unchecks it.
    void setSource(const std::string &path, SourceKind kind);

    bool isChosen() const;
    void setChosen(bool isChosen);

    /// False while the source is being looked through, and where it can't start.
    bool isPossible() const { return !isChosen() || isPossible_; }

signals:
    void toggled(bool isChosen);
    void judged();  ///< isPossible() has changed

private:
    void judge();
    void say(const Result<LivePlan> &plan);

    std::string path_;
    QCheckBox *box_;
    ToneLabel *words_;
    bool isPossible_ = false;
    CoreJob job_;
};

} // namespace cloop::desktop
