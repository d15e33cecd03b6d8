// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/build_page.h"

#include "file/split_parts.h"
#include "jobs/cluster_use.h"
#include "models/scan_report.h"
#include "text/sentences.h"
#include "views/accent_button.h"
#include "views/ask_path.h"
#include "views/ask_verb.h"
#include "views/back_button.h"
#include "views/boot_choice.h"
#include "views/build_choices.h"
#include "views/build_progress.h"
#include "views/image_sum.h"
#include "views/labels.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/output_choice.h"
#include "views/result_card.h"
#include "views/scrolling.h"
#include "views/source_choices.h"
#include "views/tone_label.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <mutex>
#include <set>

namespace cloop::desktop {

/// What was asked for, how far it is, and what it tells on the way.
struct BuildPage::Build {
    BuildTask task;
    QString name;    ///< of the image
    QPointer<Job> job;
    bool isBuilt = false;
    QString imageSum;  ///< SHA-256 of its file, once it is known
    ClusterUse cluster;
    std::vector<Error> troubles;  ///< written by the job's thread, to be read when it has ended

    std::mutex mutex;  ///< guards what follows
    std::size_t blockCount = 0;        ///< 0: not known yet
    std::vector<std::size_t> stored;   ///< the size of each block that was written so far, bytes
    std::uint64_t likely = 0, room = 0;  ///< bytes: what the image probably takes, and less room than that; 0: enough
};

namespace {

constexpr int formWidth = 480;
constexpr int sideWidth = 420;

/// The sentence of the row, and for the log the sums and each name that could not be read.
QString rowText(const BuildOutcome &outcome, const std::vector<Error> &troubles) {
    const CreateResult &image = outcome.built.image;
    const double ratio = image.content_size ? static_cast<double>(image.image_size) / static_cast<double>(image.content_size) : 0;
    const QString done = image.is_verified ? BuildPage::tr("Done and verified: %1 in %2 (%3).") : BuildPage::tr("Done, not verified: %1 in %2 (%3).");
    QStringList lines{done.arg(sizeText(image.content_size), sizeText(image.image_size), percentText(ratio))};
    if (!troubles.empty())
        lines.first() += QLatin1Char(' ') + BuildPage::tr("%n part(s) of the source could not be read.", nullptr, static_cast<int>(troubles.size()));
    lines << BuildPage::tr("SHA-256 of the content: %1").arg(QString::fromStdString(image.sha256));
    if (!outcome.imageSha256.empty()) lines << BuildPage::tr("SHA-256 of the image: %1").arg(QString::fromStdString(outcome.imageSha256));
    for (const Error &trouble : troubles) lines << sentenceOf(trouble);
    for (const Error &note : outcome.notes) lines << sentenceOf(note);
    return lines.join(QLatin1Char('\n'));
}

const char *iconOf(SourceKind kind, const QString &path) {
    if (kind == SourceKind::folder) return "folder";
    if (kind == SourceKind::archive) return "files";
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("iso") || suffix == QLatin1String("img") ? "disc" : "file";
}

/// Blocks [first, last) of a build, for a tooltip: how far they shrank, and whether they were read back.
QString describeBuilt(const BlockCells &cells, std::size_t first, std::size_t last) {
    std::size_t sum = 0, stored = 0;
    for (const Cell &cell : cells.all().subspan(first, last - first)) {
        if (cell.isPending()) continue;
        sum += cell.level;
        ++stored;
    }
    if (stored == 0) return BuildPage::tr("%1: not stored yet", "one or more blocks").arg(blocksText(first, last));
    return BuildPage::tr("%1: stored in %2, %3", "one or more blocks, ratio, state")
        .arg(blocksText(first, last), percentText(static_cast<double>(sum) / static_cast<double>(200 * stored)), shortStateText(cells[first].state));
}

/// Scrolls down as far as `part` needs, and no further than `head` above it.
void showPart(const QScrollArea &scroll, const QWidget &head, const QWidget &part) {
    const auto topOf = [&](const QWidget &one) { return one.mapTo(scroll.widget(), QPoint()).y(); };
    QScrollBar *bar = scroll.verticalScrollBar();
    bar->setValue(std::min(topOf(head), std::max(bar->value(), topOf(part) + part.height() - scroll.viewport()->height())));
}

/// In the middle, as wide as the form.
QHBoxLayout *centred(QWidget *widget) {
    widget->setMaximumWidth(formWidth);
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(widget, 100);
    line->addStretch(1);
    return line;
}

} // namespace

BuildPage::BuildPage(JobQueue &queue, QWidget *parent)
    : QWidget(parent), queue_(queue), choices_(new BuildChoices), trouble_(new ToneLabel), start_(new AccentButton(tr("&Build"))),
      other_(new QWidget), otherText_(textLabel()), pages_(new QStackedWidget), form_(makeForm()), mapPanel_(new MapPanel), side_(new QStackedWidget),
      progress_(new BuildProgress), result_(new ResultCard), estimateSoon_(new QTimer(this)) {
    work_ = makeWork();
    pages_->addWidget(form_);
    pages_->addWidget(work_);
    otherText_->setTextFormat(Qt::PlainText);
    otherText_->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    auto *look = new QPushButton(tr("Show it"));
    auto *line = new QHBoxLayout(other_);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(rhythm);
    line->addWidget(otherText_, 1);
    line->addWidget(look);
    auto *back = new BackButton;
    auto *top = new QHBoxLayout;
    top->setContentsMargins(apart, rhythm, apart, 0);
    top->setSpacing(rhythm);
    top->addWidget(back);
    top->addWidget(other_, 1);
    top->addStretch();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(top);
    whole->addWidget(pages_, 1);
    connectChoices();
    connect(back, &QToolButton::clicked, this, &BuildPage::backWanted);
    connect(look, &QPushButton::clicked, this, [this] { show(open_.front()); });
    connect(progress_, &BuildProgress::pauseWanted, this, [this] { shown_->job->setPaused(!shown_->job->isPaused()); });
    connect(progress_, &BuildProgress::stopWanted, this, [this] { stopJob(this, *shown_->job); });
    connect(result_, &ResultCard::openWanted, this, [this] { emit openWanted(openedPath(shown_->task)); });
    connect(result_, &ResultCard::showWanted, this, [this] { emit showWanted(openedPath(shown_->task)); });
    connect(result_, &ResultCard::copySumWanted, this, &BuildPage::copyImageSum);
    connect(result_, &ResultCard::stickWanted, this, [this] { emit stickWanted(openedPath(shown_->task)); });
    connect(result_, &ResultCard::anotherWanted, this, [this] {
        // What was just built is not proposed to be replaced.
        if (shown_->isBuilt)
            choices_->place()->suggest(suggestPath(output(), shown_->task.isBootable ? QStringLiteral(".iso") : QStringLiteral(".cloop")));
        showForm();
        estimateAnew();
    });
    connect(result_, &ResultCard::againWanted, this, [this] { runAgain(false); });
    connect(result_, &ResultCard::withoutWanted, this, [this] { runAgain(true); });
    showForm();
}

BuildPage::~BuildPage() = default;

QWidget *BuildPage::makeForm() {
    auto *inside = new QWidget;
    auto *padded = new QVBoxLayout(inside);
    padded->setContentsMargins(apart, far, apart, apart);
    padded->addLayout(centred(choices_));
    padded->addStretch();
    auto *last = new QWidget;
    auto *foot = new QHBoxLayout(last);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(rhythm);
    foot->addWidget(trouble_, 1);
    foot->addStretch();
    foot->addWidget(start_);
    start_->setDefault(true);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QScrollArea *scroll = scrolling(inside);
    column->addWidget(scroll, 1);
    // Queued: until the part has its place.
    connect(
        choices_, &BuildChoices::unfolded, scroll, [scroll](const QWidget *head, const QWidget *part) { showPart(*scroll, *head, *part); },
        Qt::QueuedConnection);
    QHBoxLayout *edge = centred(last);
    edge->setContentsMargins(apart, rhythm, apart, apart);
    // In line with the form also where that has a scroll bar beside it.
    auto *beside = new QSpacerItem(0, 0);
    edge->addSpacerItem(beside);
    const QScrollBar *bar = scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [beside, edge, bar](int, int end) {
        beside->changeSize(end > 0 ? bar->sizeHint().width() : 0, 0);
        edge->invalidate();
    });
    column->addLayout(edge);
    return form;
}

QWidget *BuildPage::makeWork() {
    // Which end of the scale is the dark one depends on the theme, which may change meanwhile: the legend shows it.
    map()->setEmptyText(tr("Each block appears here as it is built, in a colour for how far it shrank."));
    const auto describe = [this](std::size_t first, std::size_t last) {
        QString text = describeBuilt(map()->cells(), first, last);
        const std::lock_guard lock(shown_->mutex);
        if (last - first > 1 || first >= shown_->stored.size()) return text;
        const CreateOptions &options = shown_->task.build.options;
        return text + QLatin1Char('\n') +
               tr("At %1 of the content, %2 stored in %3, %4", "offset, size, size, codec")
                   .arg(numberText(std::uint64_t{first} * options.block_size), sizeText(options.block_size), sizeText(shown_->stored[first]),
                        nameText(encoder_info(options.encoding.encoder).name));
    };
    map()->setDescriber(describe);
    auto *chosen = textLabel();
    chosen->setTextFormat(Qt::PlainText);
    connect(map(), &MapView::chosenChanged, chosen, [chosen, describe](std::size_t first, std::size_t last) {
        chosen->setText(first < last ? describe(first, last) : QString());
        chosen->setVisible(first < last);
    });
    chosen->hide();
    auto *maps = new QVBoxLayout;
    maps->setContentsMargins(0, apart, 0, apart);
    maps->addWidget(mapPanel_, 1);
    maps->addWidget(chosen);
    resultScroll_ = scrolling(result_);
    side_->addWidget(progress_);
    side_->addWidget(resultScroll_);
    side_->setFixedWidth(sideWidth);
    auto *work = new QWidget;
    auto *line = new QHBoxLayout(work);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    // Margins would stay on their side from right to left.
    line->addSpacing(apart);
    line->addLayout(maps, 1);
    line->addWidget(side_);
    return work;
}

void BuildPage::connectChoices() {
    estimateSoon_->setSingleShot(true);
    estimateSoon_->setInterval(300);
    connect(estimateSoon_, &QTimer::timeout, this, &BuildPage::estimateAnew);
    connect(choices_, &BuildChoices::optionsChanged, this, [this] {
        if (hasSource() && !shown_) estimateSoon_->start();
        judgeStart();
    });
    connect(choices_, &BuildChoices::outputChanged, this, &BuildPage::judgeStart);
    connect(choices_->boot(), &BootChoice::judged, this, &BuildPage::judgeStart);
    connect(choices_->boot(), &BootChoice::toggled, this, [this](bool isBootable) {
        if (hasSource()) choices_->place()->suggest(suggestPath(sourcePath(), isBootable ? QStringLiteral(".iso") : QStringLiteral(".cloop")));
        judgeStart();
    });
    connect(choices_, &BuildChoices::startWanted, start_, &QPushButton::click);
    connect(start_, &QPushButton::clicked, this, &BuildPage::start);
    connect(&estimates_, &PresetEstimates::listed, choices_, &BuildChoices::setContentSize);
    connect(&estimates_, &PresetEstimates::estimated, choices_, &BuildChoices::showEstimate);
    connect(&estimates_, &PresetEstimates::ended, this, [this] {
        choices_->endEstimates();
        emit estimated();
    });
    connect(&estimates_, &PresetEstimates::failed, this, [this](const Error &error) {
        choices_->clearEstimates();
        trouble_->say(sentenceOf(error), Tone::bad);
    });
}

Job *BuildPage::job() const { return shown_ ? shown_->job.data() : nullptr; }

MapView *BuildPage::map() const { return mapPanel_->map(); }

QString BuildPage::output() const { return choices_->output(); }

void BuildPage::setScheme(MapScheme scheme) { mapPanel_->setScheme(scheme); }

void BuildPage::setSource(const QString &path, const QString &label) {
    const QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    source_ = {.path = encodedPath(info.absoluteFilePath())};
    const SourceKind kind = kind_of_source(source_.path);
    takeSource(info.fileName().isEmpty() ? info.absoluteFilePath() : info.fileName(), info.absolutePath(), iconOf(kind, info.fileName()), kind,
               suggestPath(info.absoluteFilePath(), QStringLiteral(".cloop"), label));
}

void BuildPage::setSource(const OpenedImage &opened) {
    const QFileInfo info(opened.path);
    source_ = {.path = encodedPath(opened.path), .image = opened.image};
    takeSource(tr("Convert %1").arg(info.fileName()), info.absolutePath(), "image", SourceKind::file,
               suggestPath(opened.path, QStringLiteral("-converted.cloop")));
}

void BuildPage::takeSource(const QString &title, const QString &where, const char *icon, SourceKind kind, const SuggestedPath &output) {
    choices_->setSource(title, where, icon, kind, sourcePath());
    choices_->place()->suggest(output);
    trouble_->say({}, Tone::neutral);
    showForm();
    estimateAnew();
}

void BuildPage::estimateAnew() {
    estimateSoon_->stop();
    choices_->clearEstimates();
    if (!takeFilter()) {
        estimates_.stop();
        return;
    }
    choices_->beginEstimates();
    estimates_.start(source_, choices_->options());
}

/// False if a pattern is invalid, which the choices show.
bool BuildPage::takeFilter() {
    auto filter = choices_->ofSource()->filter();
    if (filter) source_.filter = std::move(*filter);
    return filter.has_value();
}

void BuildPage::judgeStart() {
    start_->setEnabled(hasSource() && choices_->place()->isUsable() && choices_->ofSource()->filter() && choices_->boot()->isPossible());
}

void BuildPage::start() {
    choices_->place()->complete();
    if (!hasSource() || !choices_->place()->isUsable() || !choices_->boot()->isPossible() || !takeFilter() || !choices_->place()->ask()) return;
    BuildTask task = choices_->task();
    task.build.source = source_;
    const bool isTaken = std::ranges::any_of(open_, [&](const BuildPtr &build) { return build->task.build.output == task.build.output; });
    trouble_->say(isTaken ? tr("Another build writes to that place already.") : QString(), Tone::bad);
    if (!isTaken && mayRun(task)) run(std::move(task));
}

/// What can be asked before the start, is. The task learns what it may replace.
bool BuildPage::mayRun(BuildTask &task) {
    BuildRequest &request = task.build;
    const QString output = nameText(request.output);
    // Of a set any part that is there would go.
    const std::set<std::size_t> parts = request.split ? part_numbers({.base = request.output}) : std::set<std::size_t>();
    const QString replaced = parts.empty() ? output : nameText(part_path({.base = request.output, .number = *parts.begin()}));
    const auto replace = request.split && parts.empty() ? Replace::no : askReplace(this, tr("Build"), replaced);
    const auto replaceSum = !replace || !task.writeSum ? replace : askReplace(this, tr("Build"), output + QStringLiteral(".sha256"));
    if (!replaceSum) return false;
    request.replace = *replace;
    task.replaceSum = *replaceSum;
    return mayBeTooLarge(this, tr("Build"), output, choices_->likelySize());
}

void BuildPage::run(BuildTask task) {
    // Leave all processor time to the build.
    estimateSoon_->stop();
    estimates_.stop();
    auto build = std::make_shared<Build>();
    build->task = std::move(task);
    build->name = QFileInfo(nameText(build->task.build.output)).fileName();
    const QString title = build->task.build.source.image ? tr("Convert to %1") : tr("Build %1");
    open_.push_back(build);
    build->job = queue_.add(
        JobOrder{.title = title.arg(build->name),
                 .kind = JobKind::build,
                 .output = openedPath(build->task),
                 .facts = factsOf(build->task),
                 .phases = phasesOf(build->task)},
        [build](const std::stop_token &stop, const ProgressSink &progress) {
            const std::uint32_t blockSize = build->task.build.options.block_size;
            const auto takeBlock = [&](std::size_t stored) {
                const std::lock_guard lock(build->mutex);
                build->stored.push_back(stored);
            };
            const auto takeLittleRoom = [&](std::uint64_t likely, std::uint64_t room) {
                const std::lock_guard lock(build->mutex);
                build->likely = likely;
                build->room = room;
            };
            const auto takeProgress = [&](const Progress &now) {
                if (now.phase == Phase::create) {
                    const std::lock_guard lock(build->mutex);
                    build->blockCount = now.total ? (*now.total + blockSize - 1) / blockSize : 0;
                }
                progress(now);
            };
            BuildTask now = build->task;
            if (now.usesCluster)
                if (auto started = build->cluster.start(now.build.options, stop); !started)
                    return Result<BuildOutcome>(std::unexpected(std::move(started).error()));
            auto outcome =
                runBuild(now, build->troubles, {.on_little_room = takeLittleRoom, .on_block = takeBlock, .on_progress = takeProgress}, stop);
            now.build.options.make_encoders = nullptr;
            build->cluster.end();
            if (outcome && outcome->built.image.is_verified) KnownCheck::keepVerified(openedPath(build->task), stop);
            return outcome;
        },
        [guard = QPointer(this), build](const Result<BuildOutcome> &outcome) {
            if (guard) guard->end(build, outcome);
            return outcome ? rowText(*outcome, build->troubles) : QString();
        });
    connect(build->job, &Job::changed, this, &BuildPage::showJob);
    // The one that works, which another may be.
    show(open_.front());
}

void BuildPage::runAgain(bool withoutUnreadable) {
    BuildTask task = shown_->task;
    if (withoutUnreadable) task.build.keep_going = true;
    if (mayRun(task)) run(std::move(task));
}

void BuildPage::show(const BuildPtr &build) {
    shown_ = build;
    taken_ = 0;
    map()->setCells({});
    pages_->setCurrentWidget(work_);
    side_->setCurrentWidget(progress_);
    showJob();
}

void BuildPage::showForm() {
    shown_.reset();
    pages_->setCurrentWidget(form_);
    showOther();
    judgeStart();
}

/// Another build works than the one in sight.
void BuildPage::showOther() {
    const bool isOther = isBuilding() && (!shown_ || !shown_->job || shown_->job->hasEnded());
    other_->setVisible(isOther);
    if (isOther) otherText_->setText(tr("%1 is being built.").arg(open_.front()->name));
}

void BuildPage::takeStored() {
    std::vector<std::size_t> stored;
    std::size_t count = 0;
    {
        const std::lock_guard lock(shown_->mutex);
        progress_->setRoom(shown_->likely, shown_->room);
        stored.assign(shown_->stored.begin() + static_cast<std::ptrdiff_t>(taken_), shown_->stored.end());
        count = shown_->blockCount;
    }
    map()->growTo(std::max(count, taken_ + stored.size()));
    const std::uint32_t blockSize = shown_->task.build.options.block_size;
    for (const std::size_t size : stored) map()->setCell(taken_++, {.level = BlockCells::levelOf(size, blockSize)});
    mapPanel_->showCounts();
}

void BuildPage::showJob() {
    showOther();
    if (!shown_ || !shown_->job || shown_->job->hasEnded()) return;
    takeStored();
    QStringList next;
    for (const BuildPtr &build : open_)
        if (build != shown_) next << build->name;
    const QString title = shown_->task.build.source.image ? tr("Converting to %1") : tr("Building %1");
    progress_->setCluster(shown_->cluster.line(), shown_->cluster.helpers());
    progress_->show(title.arg(shown_->name), *shown_->job, next);
}

void BuildPage::end(const BuildPtr &build, const Result<BuildOutcome> &outcome) {
    std::erase(open_, build);
    build->isBuilt = outcome.has_value();
    if (outcome) build->imageSum = QString::fromStdString(outcome->imageSha256);
    if (build == shown_) {
        takeStored();
        map()->refresh();
        if (outcome && outcome->built.image.is_verified) {
            map()->setStates(BlockState::sound);
            mapPanel_->showCounts();
        }
        if (outcome) result_->showBuilt(build->task, build->job->workSeconds(), *outcome, build->troubles);
        else result_->showFailed(build->task, outcome.error(), build->troubles);
        side_->setCurrentWidget(resultScroll_);
    }
    if (outcome) emit built(openedPath(build->task), outcome->built.image.is_verified);
    else if (outcome.error().code != ErrorCode::cancelled) emit failed(sentenceOf(outcome.error()));
}

/// The SHA-256 of the built file itself, for people who download it.
void BuildPage::copyImageSum() {
    if (!shown_->imageSum.isEmpty()) {
        QGuiApplication::clipboard()->setText(shown_->imageSum);
        return;
    }
    addSum(queue_, shown_->name, encodedPath(openedPath(shown_->task)), {}, [guard = QPointer(this), build = shown_](const QString &sum) {
        build->imageSum = sum;
        QGuiApplication::clipboard()->setText(sum);
        if (guard && guard->shown_ == build) guard->result_->setImageSum(sum);
    });
}

} // namespace cloop::desktop
