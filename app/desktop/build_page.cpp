#include "build_page.h"

#include "base/new_file.h"
#include "map_legend.h"
#include "map_view.h"
#include "sentences.h"
#include "source/open_stream.h"

#include <QButtonGroup>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QThread>
#include <QVBoxLayout>

#include <sys/stat.h>

#include <mutex>

namespace cloop::desktop {

/// How the blocks were stored that were written since the window looked last.
struct BuildPage::Feed {
    std::mutex mutex;
    std::size_t blockCount = 0;  ///< 0: not known yet
    std::size_t written = 0;
    std::vector<std::uint8_t> levels;
};

namespace {

constexpr std::uint32_t blockSize = 65536;

struct PresetText {
    QString name, meaning;
};

PresetText textOf(std::size_t preset) {
    switch (preset) {
    case 0: return {BuildPage::tr("&Compatible"), BuildPage::tr("Every reader takes it, old ones too.")};
    case 1: return {BuildPage::tr("&Smaller"), BuildPage::tr("The same, compressed harder.")};
    default: return {BuildPage::tr("S&mallest"), BuildPage::tr("For newer readers; slow to make.")};
    }
}

QString timeText(double seconds) {
    if (seconds < 1.5) return BuildPage::tr("a moment");
    if (seconds < 100) return BuildPage::tr("about %1 s").arg(QLocale().toString(seconds, 'f', 0));
    return BuildPage::tr("about %1 min").arg(QLocale().toString(seconds / 60, 'f', 0));
}

/// A long word that may be broken, and is copied as it was.
QString inPieces(QString word) {
    for (qsizetype at = word.size() - word.size() % 16; at > 0; at -= 16) word.insert(at, QChar(0x200B));
    return word;
}

using Estimates = std::array<Estimate, presets.size()>;

Result<Estimates> estimateAll(const std::string &path, const std::stop_token &stop) {
    auto source = open_sampled(path, stop);
    if (!source) return std::unexpected(std::move(source).error());
    Estimates estimates;
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const CreateOptions options{.format = presets[i].format, .encoding = presets[i].encoding, .threads = static_cast<unsigned>(QThread::idealThreadCount())};
        auto result = cloop::estimate(**source, options, std::chrono::milliseconds(600), stop);
        if (!result) return std::unexpected(std::move(result).error());
        estimates[i] = *result;
    }
    return estimates;
}

/// The whole build, in the job's thread.
Result<CreateResult> build(const std::string &source, const std::string &output, const Preset &preset, const std::stop_token &stop, const ProgressSink &progress) {
    struct stat there {};
    const bool isThere = ::stat(output.c_str(), &there) == 0;
    auto opened = open_stream(source, {}, isThere ? &there : nullptr, stop, progress);
    if (!opened) return std::unexpected(std::move(opened).error());
    // The window has asked before whether it may replace what is there.
    auto file = NewFile::create(output, NewFile::Replace::yes, 0777);
    if (!file) return std::unexpected(std::move(file).error());
    const CreateOptions options{.format = preset.format,
                                .encoding = preset.encoding,
                                .block_size = blockSize,
                                .threads = static_cast<unsigned>(QThread::idealThreadCount()),
                                .want_sha256 = true,
                                .spool_folder = folder_of(output)};
    return create_image(*opened->stream, *file, options, stop, progress);
}

} // namespace

BuildPage::BuildPage(QWidget *parent)
    : MapPage(parent), feed_(std::make_shared<Feed>()), sourceLabel_(new QLabel), presetButtons_(new QButtonGroup(this)), output_(new QLineEdit),
      startButton_(new QPushButton(tr("&Build"))), pauseButton_(new QPushButton(tr("&Pause"))), openButton_(new QPushButton(tr("&Open it"))),
      progress_(new QProgressBar), status_(new QLabel) {
    auto *side = new QWidget;
    side->setMinimumWidth(280);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(rhythm, rhythm, 2 * rhythm, rhythm);
    sideColumn->setSpacing(rhythm);
    choices_ = makeChoices();
    sideColumn->addWidget(choices_);
    status_->setWordWrap(true);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the build"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    for (auto *button : {startButton_, pauseButton_, openButton_}) buttons->addWidget(button);
    buttons->addStretch();
    sideColumn->addLayout(buttons);
    sideColumn->addWidget(progress_);
    sideColumn->addWidget(status_);
    sideColumn->addStretch(1);

    layOut(side, 360);

    connect(startButton_, &QPushButton::clicked, this, [this] { build_.isRunning() ? build_.cancel() : start(); });
    connect(openButton_, &QPushButton::clicked, this, [this] { emit openWanted(output()); });
    connect(pauseButton_, &QPushButton::clicked, this, [this] {
        build_.setPaused(!build_.isPaused());
        pauseButton_->setText(build_.isPaused() ? tr("&Go on") : tr("&Pause"));
    });
    connect(&build_, &CoreJob::progressed, this, [this](const Progress &progress) {
        takeStored();
        progress_->setMaximum(progress.total ? 1000 : 0);
        if (progress.total && *progress.total > 0) progress_->setValue(static_cast<int>(1000 * progress.done / *progress.total));
        status_->setText(progressText(progress));
    });
    openButton_->hide();
    setBuilding(false);
}

BuildPage::~BuildPage() = default;

QWidget *BuildPage::makeChoices() {
    auto *choices = new QWidget;
    auto *grid = new QGridLayout(choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * rhythm);
    grid->setVerticalSpacing(rhythm);
    grid->setColumnStretch(0, 1);
    int row = 0;
    sourceLabel_->setWordWrap(true);
    grid->addWidget(sourceLabel_, row++, 0, 1, 2);
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const PresetText text = textOf(i);
        auto *button = new QRadioButton(text.name);
        auto *meaning = new QLabel(text.meaning);
        meaning->setForegroundRole(QPalette::PlaceholderText);
        meaning->setIndent(3 * rhythm);
        meaning->setWordWrap(true);
        auto *estimate = new QLabel;
        estimate->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        button->setAccessibleDescription(text.meaning);
        presetButtons_->addButton(button, static_cast<int>(i));
        estimates_ << estimate;
        grid->addWidget(button, row, 0);
        grid->addWidget(estimate, row, 1, 2, 1);
        grid->addWidget(meaning, row + 1, 0);
        row += 2;
    }
    presetButtons_->button(0)->setChecked(true);
    auto *outputLabel = new QLabel(tr("&Write to"));
    outputLabel->setBuddy(output_);
    auto *browse = new QPushButton(tr("C&hoose…"));
    grid->addWidget(outputLabel, row++, 0, 1, 2);
    auto *line = new QHBoxLayout;
    line->setSpacing(rhythm);
    line->addWidget(output_, 1);
    line->addWidget(browse);
    grid->addLayout(line, row++, 0, 1, 2);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Write the image to"), output(), tr("cloop images (*.cloop);;All files (*)"), nullptr, QFileDialog::DontConfirmOverwrite);
        if (!path.isEmpty()) setOutput(path);
    });
    return choices;
}

QString BuildPage::output() const { return QDir::fromNativeSeparators(output_->text()); }
void BuildPage::setOutput(const QString &path) { output_->setText(QDir::toNativeSeparators(path)); }
void BuildPage::setPreset(int number) { presetButtons_->button(number)->setChecked(true); }

void BuildPage::setSource(const QString &path) {
    source_ = QFileInfo(path).absoluteFilePath();
    const QFileInfo info(source_);
    sourceLabel_->setText(tr("<b>%1</b><br>%2").arg(info.fileName().toHtmlEscaped(), info.absolutePath().toHtmlEscaped()));
    QString name = info.isDir() ? info.fileName() : info.completeBaseName();
    if (name.endsWith(QLatin1String(".tar"))) name.chop(4);
    setOutput(info.dir().filePath((name.isEmpty() ? tr("image") : name) + QStringLiteral(".cloop")));
    map_->setCells({});
    legend_->setCounts({});
    openButton_->hide();
    progress_->setValue(0);
    status_->setText(tr("The map fills as the image is built."));
    estimateAll();
}

void BuildPage::estimateAll() {
    for (QLabel *label : estimates_) label->setText(tr("…"));
    estimate_.cancel();
    if (estimate_.isRunning()) return;  // its end begins anew
    estimate_.start([path = QFile::encodeName(source_).toStdString()](const std::stop_token &stop, const ProgressSink &) { return desktop::estimateAll(path, stop); },
                    [this, source = source_](const Result<Estimates> &result) {
                        // Stopped for another source, or for the same one again.
                        if (source != source_ || (!result && result.error().code == ErrorCode::cancelled)) {
                            estimateAll();
                            return;
                        }
                        if (!result) {
                            for (QLabel *label : estimates_) label->clear();
                            status_->setText(sentenceOf(result.error()));
                            return;
                        }
                        for (std::size_t i = 0; i < presets.size(); ++i) {
                            const Estimate &one = (*result)[i];
                            const QString size = one.low + one.low / 50 >= one.high ? sizeText(one.image_size) : tr("%1 to %2").arg(sizeText(one.low), sizeText(one.high));
                            estimates_[static_cast<qsizetype>(i)]->setText(tr("%1\n%2").arg(size, timeText(one.seconds)));
                        }
                        emit estimated();
                    });
}

void BuildPage::start() {
    if (build_.isRunning() || source_.isEmpty()) return;
    if (QFileInfo::exists(output()) && QMessageBox::question(this, tr("Build"), tr("%1 is there already. Replace it?").arg(QFileInfo(output()).fileName())) != QMessageBox::Yes)
        return;
    feed_ = std::make_shared<Feed>();
    map_->setCells({});
    openButton_->hide();
    setBuilding(true);
    build_.start(
        [source = QFile::encodeName(source_).toStdString(), output = QFile::encodeName(output()).toStdString(),
         preset = presets[static_cast<std::size_t>(presetButtons_->checkedId())], feed = feed_](const std::stop_token &stop, const ProgressSink &progress) {
            std::uint64_t before = 0;
            return build(source, output, preset, stop, [&](const Progress &now) {
                // One call for each block; what the image grew by is what the block took.
                if (now.phase == Phase::create && now.done > 0) {
                    const std::lock_guard lock(feed->mutex);
                    feed->blockCount = now.total ? (*now.total + blockSize - 1) / blockSize : 0;
                    if (before > 0) feed->levels.push_back(BlockCells::levelOf(now.stored - before, blockSize));
                    else feed->levels.push_back(Cell::unknown);
                    before = now.stored;
                }
                progress(now);
            });
        },
        [this](const Result<CreateResult> &result) { end(result); });
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
    if (map_->cells().size() < std::max(count, first + levels.size())) map_->setCells(BlockCells(std::max(count, first + levels.size())));
    for (std::size_t i = 0; i < levels.size(); ++i) map_->setCell(first + i, {.level = levels[i]});
}

void BuildPage::end(const Result<CreateResult> &result) {
    takeStored();
    map_->refresh();
    setBuilding(false);
    if (!result) {
        progress_->setValue(0);
        const bool isStopped = result.error().code == ErrorCode::cancelled;
        status_->setText(isStopped ? tr("Stopped. Nothing was kept.") : sentenceOf(result.error()));
        if (!isStopped) emit failed(sentenceOf(result.error()));
        return;
    }
    progress_->setValue(1000);
    const double ratio = result->content_size ? static_cast<double>(result->image_size) / static_cast<double>(result->content_size) : 0;
    status_->setText(tr("Done and verified: %1 in %2 (%3 %).\nSHA-256 of the content:\n%4")
                         .arg(sizeText(result->content_size), sizeText(result->image_size), QLocale().toString(100 * ratio, 'f', 1), inPieces(QString::fromStdString(result->sha256))));
    openButton_->show();
    emit built(output());
}

void BuildPage::setBuilding(bool isBuilding) {
    choices_->setEnabled(!isBuilding);
    startButton_->setText(isBuilding ? tr("&Stop") : tr("&Build"));
    pauseButton_->setText(tr("&Pause"));
    pauseButton_->setVisible(isBuilding);
    progress_->setVisible(isBuilding || progress_->value() == progress_->maximum());
}

} // namespace cloop::desktop
