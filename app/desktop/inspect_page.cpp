#include "inspect_page.h"

#include "codec/codec.h"
#include "map_legend.h"
#include "map_view.h"
#include "sentences.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QThread>
#include <QTreeView>
#include <QVBoxLayout>

#include <mutex>

namespace cloop::desktop {

/// What the scan's thread found since the window looked last.
struct InspectPage::Feed {
    struct Judged {
        std::size_t first, last;
        BlockState state;
    };
    std::mutex mutex;
    std::vector<Judged> judged;
};

namespace {

constexpr int sideWidth = 320;
constexpr qsizetype mostPaths = 8;
enum Role { FirstBlock = Qt::UserRole, LastBlock };

QLabel *headline(const QString &text) {
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel *textLabel() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

/// Names on the left, values on the right edge, as a table.
QString table(const QList<std::pair<QString, QString>> &rows) {
    QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='2'>");
    for (const auto &[name, value] : rows)
        html += QStringLiteral("<tr><td>%1</td><td align='right'>%2</td></tr>").arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}

QString percent(double share) { return QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %"); }

QString codecName(std::uint8_t number) {
    const Codec *codec = find_codec(CodecId{number});
    return codec ? QString::fromLatin1(codec->name.data(), static_cast<qsizetype>(codec->name.size())) : QString::number(number);
}

} // namespace

InspectPage::InspectPage(QWidget *parent)
    : MapPage(parent), feed_(std::make_shared<Feed>()), facts_(textLabel()), block_(textLabel()),
      status_(textLabel()), progress_(new QProgressBar), scanButton_(new QPushButton), pauseButton_(new QPushButton), damage_(new QTreeView),
      damageModel_(new QStandardItemModel(this)) {
    layOut(makeSide(), sideWidth);
    map_->setDescriber([this](std::size_t first, std::size_t last) { return describe(first, last); });
    connect(map_, &MapView::chosenChanged, this, &InspectPage::showBlocks);
    connect(map_, &MapView::inspectorWanted, block_, qOverload<>(&QWidget::setFocus));
    connect(&scan_, &CoreJob::progressed, this, [this](const Progress &progress) {
        takeJudged();
        if (progress.total && *progress.total > 0) progress_->setValue(static_cast<int>(1000 * progress.done / *progress.total));
        status_->setText(progressText(progress).toHtmlEscaped());
    });
}

InspectPage::~InspectPage() = default;

QWidget *InspectPage::makeSide() {
    auto *side = new QWidget;
    side->setMinimumWidth(240);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(rhythm, rhythm, 2 * rhythm, rhythm);
    column->setSpacing(rhythm);
    facts_->setAccessibleName(tr("Facts of the image"));
    block_->setAccessibleName(tr("Chosen block"));
    column->addWidget(headline(tr("Image")));
    column->addWidget(facts_);
    column->addWidget(headline(tr("Block")));
    column->addWidget(block_);
    column->addWidget(headline(tr("Damage")));
    column->addWidget(status_);

    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the check"));
    progress_->hide();
    column->addWidget(progress_);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    scanButton_->setText(tr("&Check every block"));
    pauseButton_->setText(tr("&Pause"));
    pauseButton_->hide();
    buttons->addWidget(scanButton_);
    buttons->addWidget(pauseButton_);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(scanButton_, &QPushButton::clicked, this, [this] { scan_.isRunning() ? scan_.cancel() : startScan(); });
    connect(pauseButton_, &QPushButton::clicked, this, [this] {
        scan_.setPaused(!scan_.isPaused());
        pauseButton_->setText(scan_.isPaused() ? tr("&Go on") : tr("&Pause"));
    });

    damage_->setModel(damageModel_);
    damage_->setAccessibleName(tr("Damaged blocks and the files they hit"));
    damage_->setHeaderHidden(true);
    damage_->setFrameShape(QFrame::NoFrame);
    damage_->viewport()->setAutoFillBackground(false);
    damage_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    damage_->setUniformRowHeights(true);
    damage_->hide();
    column->addWidget(damage_, 1);
    column->addStretch(0);
    connect(damage_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (const QVariant first = current.data(FirstBlock); first.isValid()) map_->choose(first.toULongLong(), current.data(LastBlock).toULongLong());
    });
    return side;
}

void InspectPage::show(OpenedImage opened) {
    if (scan_.isRunning()) scan_.cancel();
    // What an earlier scan still finds belongs to an earlier image.
    feed_ = std::make_shared<Feed>();
    opened_ = std::move(opened);
    damageModel_->clear();
    damage_->hide();
    map_->setCells(BlockCells::fromIndex(opened_.image->index(), opened_.image->block_size()));
    legend_->setCounts(map_->cells().counts());
    sayUnchecked();
    showFacts();
    showBlocks(0, 0);
}

void InspectPage::sayUnchecked() { status_->setText(tr("Not checked yet. A check reads every block and names the files that damage hits.")); }

void InspectPage::showFacts() {
    const ImageReader &image = *opened_.image;
    const Head &head = image.head();
    const QString version = head.version == Version::v0   ? tr("0 (0.68 and older)")
                            : head.version == Version::v1 ? QStringLiteral("1.0")
                            : head.version == Version::v2 ? QStringLiteral("2.0")
                                                          : QStringLiteral("4.0");
    QList<std::pair<QString, QString>> rows{
        {tr("Content"), sizeText(image.size())},
        {tr("Image"), sizeText(image.file_size())},
        {tr("Ratio"), image.size() ? percent(static_cast<double>(image.file_size()) / static_cast<double>(image.size())) : QStringLiteral("–")},
        {tr("Blocks"), tr("%1 of %2").arg(numberText(image.block_count()), sizeText(image.block_size()))},
        {tr("Version"), head.place == HeadPlace::last ? tr("%1, head last").arg(version) : version},
    };
    if (opened_.filesystem) {
        rows << std::pair{tr("Volume"), nameText(opened_.filesystem->label())};
        std::size_t files = 0;
        for (const Node &node : opened_.filesystem->nodes()) files += node.kind == NodeKind::file;
        rows << std::pair{tr("Files inside"), numberText(files)};
    }
    facts_->setText(table(rows));
}

QString InspectPage::describeOne(std::size_t block) const {
    const ImageReader &image = *opened_.image;
    QList<std::pair<QString, QString>> rows{{tr("Number"), numberText(block)},
                                            {tr("Content from"), numberText(block * std::uint64_t{image.block_size()})},
                                            {tr("State"), stateText(map_->cells()[block].state)}};
    if (image.index().defect(block) == Defect::none) {
        const BlockRef ref = image.index()[block];
        rows << std::pair{tr("Lies at"), numberText(ref.offset)} << std::pair{tr("Stored in"), tr("%1 bytes").arg(numberText(ref.size))}
             << std::pair{tr("Ratio"), percent(static_cast<double>(ref.size) / image.block_size())} << std::pair{tr("Codec"), codecName(ref.codec)};
    }
    return table(rows);
}

QString InspectPage::describe(std::size_t first, std::size_t last) const {
    if (!opened_.image) return {};
    QString html = last - first == 1 ? describeOne(first)
                                     : tr("Blocks %1 to %2").arg(numberText(first), numberText(last - 1)).toHtmlEscaped();
    QStringList paths = opened_.pathsIn(first, last, mostPaths + 1);
    if (paths.size() > mostPaths) paths[mostPaths] = QStringLiteral("…");
    for (const QString &path : paths) html += QStringLiteral("<br>") + path.toHtmlEscaped();
    return html;
}

void InspectPage::showBlocks(std::size_t first, std::size_t last) {
    block_->setText(first < last ? describe(first, last) : tr("Choose a block on the map.").toHtmlEscaped());
}

void InspectPage::startScan() {
    if (!opened_.image || scan_.isRunning()) return;
    damageModel_->clear();
    damage_->hide();
    progress_->setValue(0);
    progress_->show();
    scanButton_->setText(tr("&Stop"));
    pauseButton_->setText(tr("&Pause"));
    pauseButton_->show();
    scan_.start(
        [image = opened_.image, feed = feed_](const std::stop_token &stop, const ProgressSink &progress) {
            const ScanOptions options{.threads = static_cast<unsigned>(QThread::idealThreadCount()),
                                      .on_judged = [&](std::size_t first, std::size_t last, BlockState state) {
                                          const std::lock_guard lock(feed->mutex);
                                          auto &judged = feed->judged;
                                          if (!judged.empty() && judged.back().last == first && judged.back().state == state) judged.back().last = last;
                                          else judged.push_back({first, last, state});
                                      }};
            return scan_blocks(*image, options, stop, progress);
        },
        [this, image = opened_.image](const Result<ScanResult> &result) {
            progress_->hide();
            pauseButton_->hide();
            scanButton_->setText(tr("&Check every block"));
            // Meanwhile another image may have been opened.
            if (image == opened_.image) endScan(result);
            else sayUnchecked();
        });
}

void InspectPage::takeJudged() {
    std::vector<Feed::Judged> judged;
    {
        const std::lock_guard lock(feed_->mutex);
        judged.swap(feed_->judged);
    }
    for (const auto &run : judged)
        for (std::size_t block = run.first; block < run.last; ++block) map_->setCell(block, {map_->cells()[block].level, run.state});
    if (!judged.empty()) legend_->setCounts(map_->cells().counts());
}

void InspectPage::endScan(const Result<ScanResult> &result) {
    takeJudged();
    map_->refresh();
    if (!result) {
        status_->setText((result.error().code == ErrorCode::cancelled ? tr("Stopped. What was checked so far stays on the map.") : sentenceOf(result.error())).toHtmlEscaped());
    } else if (result->bad.empty()) {
        const std::size_t unverifiable = result->count(BlockState::unverifiable);
        status_->setText(unverifiable ? tr("No damage was found; of %1 blocks nobody can tell, since their codec has no check.").arg(numberText(unverifiable))
                                      : tr("All blocks are sound."));
    } else {
        status_->setText(tr("Lost blocks: %1. Everything else can be brought out.").arg(numberText(count_lost(result->bad))));
        addDamage(result->bad);
    }
    emit scanEnded();
}

void InspectPage::addDamage(const std::vector<LostBlocks> &bad) {
    for (const LostBlocks &run : bad) {
        Error cause = run.error;
        cause.subject.clear();
        cause.block = Error::nowhere;
        const QString which = run.count() == 1 ? tr("Block %1").arg(numberText(run.first)) : tr("Blocks %1 to %2").arg(numberText(run.first), numberText(run.last - 1));
        auto *item = new QStandardItem(which);
        item->setToolTip(sentenceOf(cause));
        item->setData(static_cast<qulonglong>(run.first), FirstBlock);
        item->setData(static_cast<qulonglong>(run.last), LastBlock);
        for (const QString &path : opened_.pathsIn(run.first, run.last, 1000)) item->appendRow(new QStandardItem(path));
        damageModel_->appendRow(item);
    }
    damage_->expandToDepth(0);
    damage_->show();
}

} // namespace cloop::desktop
