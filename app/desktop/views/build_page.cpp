// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/build_page.h"

#include "file/split_parts.h"
#include "models/suggested_path.h"
#include "platform/desktop_services.h"
#include "text/sentences.h"
#include "views/ask_path.h"
#include "views/build_choices.h"
#include "views/labels.h"
#include "views/map_legend.h"
#include "views/map_view.h"
#include "views/source_choices.h"
#include "views/sum_line.h"

#include <QDir>
#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <mutex>
#include <set>

namespace cloop::desktop {

/// Stored sizes of blocks that the window has not fetched yet.
struct BuildPage::Feed {
    std::uint32_t blockSize = 0;
    std::mutex mutex;
    std::size_t blockCount = 0;  ///< 0: unknown
    std::size_t written = 0;
    std::vector<std::uint8_t> levels;
};

namespace {

constexpr int sideWidth = 420;

QString resultText(const BuildOutcome &outcome) {
    const CreateResult &image = outcome.built.image;
    const double ratio = image.content_size ? static_cast<double>(image.image_size) / static_cast<double>(image.content_size) : 0;
    const QString done = image.is_verified ? BuildPage::tr("Done and verified: %1 in %2 (%3).") : BuildPage::tr("Done, not verified: %1 in %2 (%3).");
    QStringList parts{done.arg(sizeText(image.content_size), sizeText(image.image_size), percentText(ratio))};
    if (!outcome.built.lost.empty())
        parts << BuildPage::tr("%n block(s) of the old image were lost, with zeros in their place.", nullptr,
                               static_cast<int>(count_lost(outcome.built.lost)));
    for (std::size_t i = 0; i < outcome.troubles.size() && i < 3; ++i) parts << sentenceOf(outcome.troubles[i]);
    if (outcome.troubles.size() > 3) parts << BuildPage::tr("… and %n more, in the log", nullptr, static_cast<int>(outcome.troubles.size() - 3));
    for (const Error &note : outcome.notes) parts << sentenceOf(note);
    if (outcome.sumTrouble) parts << BuildPage::tr("Its SHA-256 could not be written into a file: %1").arg(sentenceOf(*outcome.sumTrouble));
    return parts.join(QLatin1Char(' '));
}

/// The text of the job's row; further lines, for the log, have the sums and unreadable names.
QString rowText(const BuildOutcome &outcome) {
    QStringList lines{resultText(outcome), BuildPage::tr("SHA-256 of the content: %1").arg(QString::fromStdString(outcome.built.image.sha256))};
    if (!outcome.imageSha256.empty()) lines << BuildPage::tr("SHA-256 of the image: %1").arg(QString::fromStdString(outcome.imageSha256));
    for (const Error &trouble : outcome.troubles) lines << sentenceOf(trouble);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

BuildPage::BuildPage(JobQueue &queue, QWidget *parent)
    : MapPage(parent), queue_(queue), choices_(new BuildChoices), start_(new QPushButton(tr("&Build"))), pause_(new QPushButton(tr("&Pause"))),
      open_(new QPushButton(tr("Open it"))), show_(new QPushButton(tr("Show in folder"))), progress_(new QProgressBar), status_(textLabel()),
      contentSum_(new SumLine), imageSum_(new SumLine), estimateSoon_(new QTimer(this)) {
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the build"));
    status_->setAccessibleName(tr("How the build stands"));
    auto *scroll = new QScrollArea;
    auto *inside = new QWidget;
    auto *padded = new QVBoxLayout(inside);
    padded->setContentsMargins(rhythm, rhythm, 2 * rhythm, rhythm);
    padded->addWidget(choices_);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Wide enough for the texts of any language.
    scroll->setMinimumWidth(inside->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    for (auto *button : {start_, pause_, open_, show_}) buttons->addWidget(button);
    buttons->addStretch();
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(rhythm, rhythm, 2 * rhythm, rhythm);
    foot->setSpacing(rhythm);
    foot->addLayout(buttons);
    foot->addWidget(progress_);
    foot->addWidget(status_);
    foot->addWidget(contentSum_);
    foot->addWidget(imageSum_);
    auto *side = new QWidget;
    side->setMinimumWidth(320);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    layOut(side, sideWidth);

    estimateSoon_->setSingleShot(true);
    estimateSoon_->setInterval(300);
    connect(estimateSoon_, &QTimer::timeout, this, &BuildPage::estimateAnew);
    connect(choices_, &BuildChoices::optionsChanged, this, [this] {
        if (!source_.path.empty() && !isBuilding()) estimateSoon_->start();
        showJob();
    });
    connect(&estimates_, &PresetEstimates::listed, choices_, &BuildChoices::setContentSize);
    connect(&estimates_, &PresetEstimates::estimated, choices_, &BuildChoices::showEstimate);
    connect(&estimates_, &PresetEstimates::ended, this, &BuildPage::estimated);
    connect(&estimates_, &PresetEstimates::failed, this, [this](const Error &error) {
        choices_->setContentSize({});
        status_->setText(sentenceOf(error).toHtmlEscaped());
    });
    connect(choices_, &BuildChoices::outputChanged, this, &BuildPage::showJob);
    connect(start_, &QPushButton::clicked, this, [this] { isBuilding() ? cancel() : start(); });
    connect(pause_, &QPushButton::clicked, this, [this] { job_->setPaused(!job_->isPaused()); });
    connect(open_, &QPushButton::clicked, this, [this] { emit openWanted(built_); });
    connect(show_, &QPushButton::clicked, this, [this] { showInFolder(built_); });
    map_->setEmptyText(tr("Each block appears here as it is built, the darker the less it shrank."));
    open_->hide();
    show_->hide();
    showJob();
}

BuildPage::~BuildPage() = default;

QString BuildPage::output() const { return choices_->output(); }

void BuildPage::cancel() {
    if (isBuilding()) job_->cancel();
}

void BuildPage::setSource(const QString &path) {
    const QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    source_ = {.path = encodedPath(info.absoluteFilePath())};
    takeSource(info.fileName(), info.absolutePath(), kind_of_source(source_.path), suggestedPath(info.absoluteFilePath(), QStringLiteral(".cloop")));
}

void BuildPage::setSource(const OpenedImage &opened) {
    const QFileInfo info(opened.path);
    source_ = {.path = encodedPath(opened.path), .image = opened.image};
    takeSource(tr("Convert %1").arg(info.fileName()), info.absolutePath(), SourceKind::file,
               suggestedPath(opened.path, QStringLiteral("-converted.cloop")));
}

void BuildPage::takeSource(const QString &title, const QString &where, SourceKind kind, const QString &output) {
    choices_->setSource(title, where, kind);
    choices_->setOutput(output);
    map_->setCells({});
    legend_->setCounts({});
    open_->hide();
    show_->hide();
    progress_->setValue(0);
    status_->clear();
    contentSum_->setSum({}, {});
    imageSum_->setSum({}, {});
    showJob();
    estimateAnew();
}

void BuildPage::estimateAnew() {
    estimateSoon_->stop();
    choices_->clearEstimates();
    if (takeFilter()) estimates_.start(source_, choices_->options());
    else estimates_.stop();
}

/// False if a pattern is invalid, which the choices show.
bool BuildPage::takeFilter() {
    auto filter = choices_->ofSource()->filter();
    if (filter) source_.filter = std::move(*filter);
    return filter.has_value();
}

void BuildPage::start() {
    if (isBuilding() || source_.path.empty() || output().isEmpty() || !takeFilter()) return;
    BuildTask task = choices_->task();
    BuildRequest &request = task.build;
    request.source = source_;
    // For a split set, any existing part would be replaced.
    const std::set<std::size_t> parts = request.split ? part_numbers({.base = request.output}) : std::set<std::size_t>();
    const QString replaced = parts.empty() ? output() : nameText(part_path({.base = request.output, .number = *parts.begin()}));
    if ((!request.split || !parts.empty()) && !mayReplace(this, tr("Build"), replaced)) return;
    if (task.writeSum && !mayReplace(this, tr("Build"), output() + QStringLiteral(".sha256"))) return;
    if (!mayBeTooLarge(this, tr("Build"), output(), choices_->likelySize())) return;
    run(std::move(task));
}

void BuildPage::run(BuildTask task) {
    // Leave all processor time to the build.
    estimateSoon_->stop();
    estimates_.stop();
    contentSum_->setSum({}, {});
    imageSum_->setSum({}, {});
    feed_ = std::make_shared<Feed>();
    feed_->blockSize = task.build.options.block_size;
    map_->setCells({});
    open_->hide();
    show_->hide();
    const QString title = source_.image ? tr("Convert to %1") : tr("Build %1");
    job_ = queue_.add(
        title.arg(QFileInfo(output()).fileName()),
        [task = std::move(task), feed = feed_](const std::stop_token &stop, const ProgressSink &progress) {
            const auto takeBlock = [&](std::size_t stored) {
                const std::lock_guard lock(feed->mutex);
                feed->levels.push_back(BlockCells::levelOf(stored, feed->blockSize));
            };
            return runBuild(task, takeBlock, stop, [&](const Progress &now) {
                if (now.phase == Phase::create) {
                    const std::lock_guard lock(feed->mutex);
                    feed->blockCount = now.total ? (*now.total + feed->blockSize - 1) / feed->blockSize : 0;
                }
                progress(now);
            });
        },
        [guard = QPointer(this)](const Result<BuildOutcome> &outcome) {
            if (guard) guard->end(outcome);
            return outcome ? rowText(*outcome) : QString();
        });
    built_ = firstPart();
    job_->setOutput(built_);
    connect(job_, &Job::changed, this, &BuildPage::showJob);
    showJob();
}

void BuildPage::takeStored() {
    std::vector<std::uint8_t> levels;
    std::size_t count = 0, first = 0;
    {
        const std::lock_guard lock(feed_->mutex);
        levels.swap(feed_->levels);
        count = feed_->blockCount;
        first = feed_->written;
        feed_->written += levels.size();
    }
    map_->growTo(std::max(count, first + levels.size()));
    for (std::size_t i = 0; i < levels.size(); ++i) map_->setCell(first + i, {.level = levels[i]});
}

void BuildPage::showJob() {
    const bool isOn = isBuilding();
    choices_->setEnabled(!isOn);
    start_->setEnabled(isOn || (!source_.path.empty() && !output().isEmpty() && choices_->ofSource()->filter()));
    start_->setText(isOn ? tr("&Stop") : tr("&Build"));
    pause_->setVisible(isOn && job_->state() == Job::State::running);
    progress_->setVisible(isOn);
    if (!isOn) return;
    takeStored();
    pause_->setText(job_->isPaused() ? tr("&Go on") : tr("&Pause"));
    const auto permille = job_->permille();
    progress_->setRange(0, permille ? 1000 : 0);
    progress_->setValue(permille.value_or(0));
    QString line = job_->line();
    if (const Progress &now = job_->progress(); now.phase == Phase::create && now.done > 0)
        line += QStringLiteral(" · ") + tr("stored in %1").arg(percentText(static_cast<double>(now.stored) / static_cast<double>(now.done)));
    status_->setText(line.toHtmlEscaped());
}

void BuildPage::end(const Result<BuildOutcome> &outcome) {
    takeStored();
    map_->refresh();
    if (!outcome) {
        const bool isStopped = outcome.error().code == ErrorCode::cancelled;
        status_->setText((isStopped ? tr("Stopped. Nothing was kept.") : sentenceOf(outcome.error())).toHtmlEscaped());
        if (!isStopped) emit failed(sentenceOf(outcome.error()));
        return;
    }
    status_->setText(resultText(*outcome).toHtmlEscaped());
    contentSum_->setSum(tr("SHA-256 of the content"), QString::fromStdString(outcome->built.image.sha256));
    imageSum_->setSum(tr("SHA-256 of the image, also in a file beside it"), QString::fromStdString(outcome->imageSha256));
    open_->show();
    show_->show();
    emit built(built_);
}

/// The file to open after the build: for a split image its first part.
QString BuildPage::firstPart() const {
    const BuildRequest request = choices_->task().build;
    return request.split ? QString::fromStdString(part_path({.base = request.output, .number = 0})) : output();
}

} // namespace cloop::desktop
