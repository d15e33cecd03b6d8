// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/boot_choice.h"

#include "live/live_disc.h"
#include "live/live_kit.h"
#include "text/sentences.h"
#include "views/labels.h"
#include "views/looks.h"
#include "views/tone_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

/// "/etc/fstab, /etc/machine-id and 4 more"
QString leftOutText(const LivePlan &plan) {
    constexpr std::size_t named = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(named, plan.left_out.size()); ++i) names << QLatin1Char('/') + nameText(plan.left_out[i].path);
    const QString text = names.join(BootChoice::tr(", ", "between names"));
    if (plan.left_out.size() <= named) return text;
    return BootChoice::tr("%1 and %n more", nullptr, static_cast<int>(plan.left_out.size() - named)).arg(text);
}

QString planText(const LivePlan &plan) {
    QStringList sentences{BootChoice::tr("Kernel %1 starts, by BIOS and UEFI, from CD, DVD or stick.").arg(nameText(plan.kernel()->version))};
    if (!plan.left_out.empty()) sentences << BootChoice::tr("What belongs to one machine stays at home: %1.").arg(leftOutText(plan));
    if (!plan.has_udev) sentences << BootChoice::tr("It has no udev, so drivers must be loaded by hand.");
    return breakable(sentences.join(QLatin1Char(' ')));
}

} // namespace

BootChoice::BootChoice(QWidget *parent)
    : QWidget(parent), box_(new QCheckBox(tr("Ma&ke it bootable: an ISO that starts a computer"))), words_(new ToneLabel) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(hair);
    column->addWidget(box_);
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    // Below the text of the box, on the side where that begins.
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addSpacing(style()->pixelMetric(QStyle::PM_IndicatorWidth) + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
    line->addWidget(words_, 1);
    column->addLayout(line);
    connect(box_, &QCheckBox::toggled, this, [this](bool isChosen) {
        judge();
        emit toggled(isChosen);
    });
}

BootChoice::~BootChoice() = default;

void BootChoice::setSource(const std::string &path, SourceKind kind) {
    path_ = path;
    box_->setChecked(false);
    // Without what every live disc holds, as in a Flatpak, nothing would come of it.
    setVisible(kind != SourceKind::file && LiveKit::find());
}

bool BootChoice::isChosen() const { return box_->isChecked(); }
void BootChoice::setChosen(bool isChosen) { box_->setChecked(isChosen); }

void BootChoice::judge() {
    isPossible_ = false;
    job_.cancel();
    words_->say({}, Tone::neutral);
    if (!isChosen() || job_.isRunning()) return;
    words_->say(tr("The source is looked through…"), Tone::neutral);
    job_.start([path = path_](const std::stop_token &stop,
                              const ProgressSink &progress) { return plan_live_system({.roots = {path}, .output = {}}, path, stop, progress); },
               [this, path = path_](const Result<LivePlan> &plan) {
            // Another source, or another choice, came meanwhile.
                   if (path != path_ || !isChosen() || (!plan && plan.error().code == ErrorCode::cancelled)) judge();
                   else say(plan);
               });
}

void BootChoice::say(const Result<LivePlan> &plan) {
    const Status possible = plan ? check_live_plan(*plan, {}) : std::unexpected(plan.error());
    isPossible_ = possible.has_value();
    words_->say(possible ? planText(*plan) : breakable(sentenceOf(possible.error())), possible ? Tone::neutral : Tone::bad);
    emit judged();
}

} // namespace cloop::desktop
