// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspect_page.h"

#include "archive/pack.h"
#include "codec/codec.h"
#include "file/image_name.h"
#include "file/output_target.h"
#include "job/extract_files.h"
#include "job/needed_room.h"
#include "job/open_image.h"
#include "models/damage_list.h"
#include "models/suggested_path.h"
#include "scan/map_file.h"
#include "text/sentences.h"
#include "views/ask_path.h"
#include "views/block_inspector.h"
#include "views/blocks_tab.h"
#include "views/facts_tab.h"
#include "views/histogram_view.h"
#include "views/labels.h"
#include "views/map_legend.h"
#include "views/map_picture.h"
#include "views/map_view.h"
#include "views/preview_window.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QSplitter>
#include <QStorageInfo>
#include <QTabBar>
#include <QTabWidget>

#include <sys/stat.h>

#include <set>

namespace cloop::desktop {

namespace {

constexpr int sideWidth = 470;

/// Writes a file, but never over a file of the open image.
Status writeAll(const OpenedImage &opened, const QString &path, const QByteArray &bytes) {
    CLOOP_LET(sink, open_output({.path = encodedPath(path),
                                 .is_image = false,
                                 .replace = NewFile::Replace::yes,
                                 .inputs = ImageName::of(encodedPath(opened.path)).files()},
                                {}));
    CLOOP_TRY(sink->write(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())))));
    return sink->commit();
}

std::vector<FileIdentity> identitiesOf(const std::vector<std::string> &paths) {
    std::vector<FileIdentity> identities;
    for (const std::string &path : paths)
        if (const auto identity = identity_at(path)) identities.push_back(*identity);
    return identities;
}

/// A sentence for the row, then a line for each damaged or skipped file.
QString extractedText(std::uint64_t files, const std::vector<Error> &damaged, const std::vector<Error> &skipped, const QStringList &notes) {
    QStringList parts{InspectPage::tr("%n file(s) and folder(s) brought out.", nullptr, static_cast<int>(files))};
    QStringList lines;
    const auto add = [&](const QString &what, const std::vector<Error> &errors) {
        QStringList names;
        for (const Error &error : errors) {
            names << nameText(error.subject).replace(QLatin1Char('\n'), QLatin1Char(' '));
            lines << sentenceOf(error).replace(QLatin1Char('\n'), QLatin1Char(' '));
        }
        names.removeDuplicates();
        if (names.isEmpty()) return;
        const qsizetype count = names.size();
        if (count > 5) names = names.first(5) << InspectPage::tr("… all of them in the log");
        parts << what.arg(numberText(static_cast<std::uint64_t>(count)), names.join(QStringLiteral(", ")));
        if (std::ranges::all_of(errors, [&](const Error &error) { return error.code == errors.front().code; })) parts << causeText(errors.front());
    };
    add(InspectPage::tr("Not whole, with zeros in place of what is lost (%1): %2."), damaged);
    add(InspectPage::tr("Left out (%1): %2."), skipped);
    return ((parts + notes).join(QLatin1Char(' ')) + QLatin1Char('\n') + lines.join(QLatin1Char('\n'))).trimmed();
}

QStringList notesOf(const FileExtractResult &result) {
    QStringList notes;
    if (result.without_owners) notes << InspectPage::tr("Owners and devices were left out: only root can make them.");
    if (result.without_privileges)
        notes << InspectPage::tr("Setuid and setgid bits and device nodes were left out; cloop get --privileged brings them out.");
    return notes;
}

QStringList notesOf(const PackResult &result) {
    QStringList notes;
    if (result.withoutSockets) notes << InspectPage::tr("Sockets were left out: a .tar has no place for them.");
    return notes;
}

/// Least bytes that extracting the nodes takes: zero blocks become holes, and hard links are one file.
std::uint64_t leastSizeOf(const OpenedImage &opened, const std::vector<NodeId> &nodes) {
    const std::uint64_t blockSize = opened.image->block_size();
    std::uint64_t bytes = 0;
    std::set<std::uint64_t> linked;
    std::vector<NodeId> pending = nodes;
    while (!pending.empty()) {
        const Node &node = (*opened.filesystem)[pending.back()];
        pending.pop_back();
        pending.insert(pending.end(), node.children.begin(), node.children.end());
        if (node.kind != NodeKind::file || node.extents.empty()) continue;
        if (node.links > 1 && !linked.insert(node.extents.front().offset).second) continue;
        // Count only blocks that lie completely in the file, because a partly used one may be a hole there.
        for (const Extent &extent : node.extents)
            for (std::uint64_t block = (extent.offset + blockSize - 1) / blockSize; (block + 1) * blockSize <= extent.end(); ++block)
                if (surely_takes_room(*opened.image, block)) bytes += blockSize;
    }
    return bytes;
}

Status writeReport(const ScanReport &report, const QString &path, DamageTab::Format format) {
    switch (format) {
    case DamageTab::Format::map: return writeAll(report.opened, path, report.mapFile());
    case DamageTab::Format::json: return writeAll(report.opened, path, report.json());
    case DamageTab::Format::csv: return writeAll(report.opened, path, report.csv());
    case DamageTab::Format::text: return writeAll(report.opened, path, report.text());
    }
    return {};
}

} // namespace

InspectPage::InspectPage(JobQueue &queue, QWidget *parent)
    : MapPage(parent), queue_(queue), tabs_(new QTabWidget), factsTab_(new FactsTab), contents_(new ContentsTab), blocks_(new BlocksTab),
      damage_(new DamageTab), inspector_(new BlockInspector), scan_(queue) {
    layOut(makeSide(), sideWidth);
    map_->setEmptyText(tr("This image has no blocks."));
    map_->setDescriber(
        [this](std::size_t first, std::size_t last) { return opened_.image ? describeBlocks(opened_, map_->cells(), first, last) : QString(); });
    connect(map_, &MapView::chosenChanged, this, &InspectPage::showBlocks);
    connect(map_, &MapView::inspectorWanted, inspector_, qOverload<>(&QWidget::setFocus));
    connectTabs();
    connect(&scan_, &ScanJob::judged, this, [this](std::size_t first, std::size_t last, BlockState state) {
        for (std::size_t block = first; block < last; ++block) map_->setCell(block, {map_->cells()[block].level, state});
        // The check's result replaces that of the copied disc's map.
        std::erase_if(uncopied_, [&](std::size_t block) { return block >= first && block < last; });
    });
    connect(&scan_, &ScanJob::progressed, this, [this] {
        if (!scan_.isRunning()) return;
        legend_->setCounts(map_->cells().counts());
        damage_->showJob(scan_.job(), false);
        // Update the list during the check, but less often than ten times a second.
        if (listed_.isValid() && listed_.elapsed() < 1000 + 10 * listingTook_) return;
        listed_.start();
        listDamage();
        listingTook_ = listed_.restart();
    });
    connect(&scan_, &ScanJob::ended, this, [this](const ScanOutcome &outcome) { endScan(outcome.result); });
}

InspectPage::~InspectPage() = default;

QWidget *InspectPage::makeSide() {
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(tr("What is known of the image"));
    tabs_->tabBar()->setAccessibleName(tabs_->accessibleName());
    tabs_->addTab(factsTab_, tr("Image"));
    tabs_->addTab(contents_, tr("Contents"));
    tabs_->addTab(blocks_, tr("Blocks"));
    tabs_->addTab(damage_, tr("Damage"));
    auto *side = new QSplitter(Qt::Vertical);
    side->setMinimumWidth(320);
    side->addWidget(tabs_);
    side->addWidget(inspector_);
    side->setStretchFactor(0, 1);
    side->setCollapsible(0, false);
    side->setSizes({460, 170});
    return side;
}

void InspectPage::connectTabs() {
    connect(inspector_, &BlockInspector::nodeChosen, this, [this](NodeId node) {
        tabs_->setCurrentWidget(contents_);
        contents_->choose(node);
    });
    connect(contents_, &ContentsTab::chosenChanged, this, &InspectPage::lightNodes);
    connect(contents_, &ContentsTab::extractWanted, this, &InspectPage::askExtract);
    connect(contents_, &ContentsTab::previewWanted, this, [this](NodeId node) { (new PreviewWindow(opened_.archive, node, this))->show(); });
    connect(contents_, &ContentsTab::openWanted, this, [this](NodeId node) { emit openInsideWanted(opened_, node); });
    connect(blocks_, &BlocksTab::chosenChanged, this, [this](std::size_t block) { map_->choose(block, block + 1); });
    connect(damage_, &DamageTab::startWanted, this, &InspectPage::startScan);
    connect(damage_, &DamageTab::stopWanted, &scan_, &ScanJob::cancel);
    connect(damage_, &DamageTab::pauseWanted, this, [this] {
        if (Job *job = scan_.job()) job->setPaused(!job->isPaused());
    });
    connect(damage_, &DamageTab::blocksChosen, map_, &MapView::choose);
    connect(damage_, &DamageTab::nodeChosen, contents_, &ContentsTab::choose);
    connect(damage_, &DamageTab::saveWanted, this, &InspectPage::askReport);
    connect(damage_, &DamageTab::resumeFileWanted, this, &InspectPage::askTakeUp);
    connect(damage_, &DamageTab::overlayWanted, this, &InspectPage::askLayOver);
}

void InspectPage::showTab(QWidget *tab) { tabs_->setCurrentWidget(tab); }

void InspectPage::setScheme(MapScheme scheme) {
    MapPage::setScheme(scheme);
    factsTab_->histogram()->setScheme(scheme);
}

void InspectPage::show(OpenedImage opened) {
    scan_.forget();
    // Clear the views while the page still holds the old image, to which they refer.
    contents_->setArchive(nullptr);
    blocks_->setImage(nullptr, nullptr);
    opened_ = std::move(opened);
    map_->setCells(BlockCells::fromIndex(opened_.image->index(), opened_.image->block_size()));
    factsTab_->show(opened_, map_->cells());
    contents_->setArchive(opened_.archive,
                          opened_.archive
                              ? QString()
                              : tr("%1 No files are known. Export the content to look at it otherwise.").arg(causeText(opened_.withoutFilesystem)));
    blocks_->setImage(opened_.image, &map_->cells());
    causes_.clear();
    uncopied_.clear();
    bad_.clear();
    damage_->showDamage(opened_, bad_);
    damage_->showJob(nullptr, false);
    damage_->say(tr("Not checked yet. A check reads every block and names the files that lie in lost ones."));
    takeStates();
    if (!bad_.empty())
        damage_->say(
            tr("%n block(s) are lost by what the index says. A check finds out about the others.", nullptr, static_cast<int>(count_lost(bad_))));
    showBlocks(0, 0);
    tabs_->setCurrentWidget(factsTab_);
}

std::vector<BlockState> InspectPage::states() const {
    std::vector<BlockState> states(map_->cells().size());
    for (std::size_t block = 0; block < states.size(); ++block) states[block] = map_->cells()[block].state;
    return states;
}

bool InspectPage::canGoOn() const {
    const auto counts = map_->cells().counts();
    return counts[static_cast<std::size_t>(BlockState::untested)] > 0 && counts[static_cast<std::size_t>(BlockState::sound)] > 0;
}

/// Updates all views that show states.
void InspectPage::takeStates() {
    map_->refresh();
    legend_->setCounts(map_->cells().counts());
    blocks_->takeStates();
    listDamage();
    if (opened_.filesystem) contents_->setFacts(facts());
}

std::vector<NodeFacts> InspectPage::facts() const {
    return judgeNodes(*opened_.filesystem, opened_.image->index(), opened_.image->block_size(), map_->cells());
}

/// Makes the damage list from the map's states, so that both agree.
void InspectPage::listDamage() {
    auto bad = damageOf(*opened_.image, map_->cells(), causes_);
    const bool isSame = std::ranges::equal(
        bad, bad_, [](const LostBlocks &a, const LostBlocks &b) { return a.first == b.first && a.last == b.last && a.error.code == b.error.code; });
    bad_ = std::move(bad);
    if (!isSame || bad_.empty()) damage_->showDamage(opened_, bad_);
    tabs_->setTabText(tabs_->indexOf(damage_), bad_.empty() ? tr("Damage") : tr("Damage (%1)").arg(numberText(count_lost(bad_))));
}

void InspectPage::showBlocks(std::size_t first, std::size_t last) {
    // Choosing blocks ends the highlighting of files.
    if (first < last) map_->setLit({});
    inspector_->show(opened_, map_->cells(), first, last);
    if (last - first == 1) blocks_->choose(first);
}

/// Highlights the blocks of the nodes selected in the tree, including all below a folder.
void InspectPage::lightNodes() {
    std::vector<BlockRange> ranges;
    std::vector<NodeId> pending = contents_->chosen();
    const std::uint32_t blockSize = opened_.image ? opened_.image->block_size() : 1;
    while (!pending.empty()) {
        const Node &node = (*opened_.filesystem)[pending.back()];
        pending.pop_back();
        for (const Extent &extent : node.extents)
            if (extent.size > 0) ranges.push_back(BlockRange::of(extent, blockSize));
        pending.insert(pending.end(), node.children.begin(), node.children.end());
    }
    if (!ranges.empty()) map_->choose(0, 0);
    map_->setLit(std::move(ranges));
}

void InspectPage::startScan() {
    if (!opened_.image || scan_.isRunning()) return;
    showTab(damage_);
    causes_.clear();
    std::vector<BlockState> known = canGoOn() ? states() : std::vector<BlockState>();
    scan_.start(tr("Check %1").arg(QFileInfo(opened_.path).fileName()), opened_.image, std::move(known));
}

void InspectPage::endScan(const Result<ScanResult> &result) {
    if (result) causes_ = result->bad;
    takeStates();
    damage_->showJob(nullptr, canGoOn());
    if (!result) {
        damage_->say(result.error().code == ErrorCode::cancelled
                         ? tr("Stopped. What was checked so far stays on the map, and a map file keeps it for another day.")
                         : sentenceOf(result.error()));
    } else if (result->states.empty()) {
        damage_->say(tr("There is nothing to check: this image has no blocks."));
    } else if (result->bad.empty()) {
        const std::size_t unverifiable = result->count(BlockState::unverifiable);
        damage_->say(unverifiable ? tr("No damage was found, but %n block(s) can't be verified, because their codec has no check.", nullptr,
                                       static_cast<int>(unverifiable))
                                  : tr("All blocks are sound."));
    } else {
        damage_->say(tr("%n block(s) are lost. Everything else can be brought out: under Contents, or by an export.", nullptr,
                        static_cast<int>(count_lost(result->bad))));
    }
    emit scanEnded();
}

Status InspectPage::takeUp(const QString &mapFile) {
    CLOOP_LET(map, load_map_file(encodedPath(mapFile)));
    CLOOP_LET(known, states_from(map, *opened_.image));
    causes_.clear();
    for (std::size_t block = 0; block < known.size(); ++block) {
        // Blocks lost by the index are damaged, whatever the map file says.
        const bool isThere = block < opened_.image->index().known_size() && opened_.image->index().defect(block) == Defect::none;
        map_->setCell(block, {map_->cells()[block].level, isThere ? known[block] : BlockState::damaged});
    }
    takeStates();
    damage_->showJob(nullptr, canGoOn());
    damage_->say(tr("Taken from the map file. Blocks that are known to be sound, which the next check leaves out: %1.")
                     .arg(numberText(map_->cells().counts()[static_cast<std::size_t>(BlockState::sound)])));
    return {};
}

Status InspectPage::layOver(const QString &mapFile, std::uint64_t offset) {
    CLOOP_LET(map, load_map_file(encodedPath(mapFile)));
    const auto places = opened_.places.value_or(std::vector<Extent>{{offset, opened_.image->file_size()}});
    // Undo the states of an earlier map of a copied disc, but keep those of a check.
    for (const std::size_t block : uncopied_)
        if (map_->cells()[block].state == BlockState::unreadable) map_->setCell(block, {map_->cells()[block].level, BlockState::untested});
    uncopied_.clear();
    std::size_t count = 0;
    for (const BlockRun &run : uncopied_blocks(map, *opened_.image, places)) {
        count += run.last - run.first;
        for (std::size_t block = run.first; block < run.last; ++block) {
            if (map_->cells()[block].state != BlockState::untested) continue;
            map_->setCell(block, {map_->cells()[block].level, run.state});
            uncopied_.push_back(block);
        }
    }
    takeStates();
    damage_->say(
        count ? tr("By the map of the copied disc, %n block(s) could not be read whole. A check finds out which of them are sound all the same.",
                   nullptr, static_cast<int>(count))
              : tr("By the map of the copied disc, every block of the image was read."));
    return {};
}

ScanReport InspectPage::report() const { return ScanReport::make(opened_, states(), damageOf(*opened_.image, map_->cells(), causes_)); }

Status InspectPage::saveReport(const QString &path, DamageTab::Format format) const { return writeReport(report(), path, format); }

Status InspectPage::savePicture(const QString &path) const {
    const auto there = identitiesOf({encodedPath(path)});
    if (!there.empty() && std::ranges::count(identitiesOf(ImageName::of(encodedPath(opened_.path)).files()), there.front()) > 0)
        return fail(ErrorCode::same_file, encodedPath(path));
    return saveMapPicture(path, map_->cells(), QFileInfo(opened_.path).fileName(), MapColours::forTheme(isDark(palette()), map_->scheme()));
}

void InspectPage::extract(const QString &target, ContentsTab::Target kind) {
    std::vector<NodeId> nodes = contents_->chosen();
    if (nodes.empty()) nodes.push_back(Filesystem::root);
    const std::string path = encodedPath(target);
    if (kind == ContentsTab::Target::folder) {
        const std::uint64_t least = leastSizeOf(opened_, nodes);
        const QStorageInfo disc(target);
        if (disc.isValid() && static_cast<std::uint64_t>(disc.bytesAvailable()) < least) {
            sayFailure({.code = ErrorCode::no_space, .subject = path, .detail = std::to_string(least)});
            return;
        }
    }
    const std::vector<std::string> inputs = ImageName::of(encodedPath(opened_.path)).files();
    const QString title = tr("Extract from %1").arg(QFileInfo(opened_.path).fileName());
    Job *job = nullptr;
    if (kind == ContentsTab::Target::folder) {
        job = queue_.add(
            title,
            [filesystem = opened_.filesystem, nodes, path, inputs](const std::stop_token &stop, const ProgressSink &progress) {
                return extract_files(filesystem, nodes, path, {.inputs = identitiesOf(inputs)}, stop, progress);
            },
            [](const Result<FileExtractResult> &result) {
                return result ? extractedText(result->files, result->damaged, result->skipped, notesOf(*result)) : QString();
            });
    } else {
        job = queue_.add(
            title,
            [archive = opened_.archive, nodes, path, inputs](const std::stop_token &stop, const ProgressSink &progress) {
                return pack(*archive, nodes, {.path = path, .is_image = false, .replace = NewFile::Replace::yes, .inputs = inputs}, stop, progress);
            },
            [](const Result<PackResult> &result) {
                return result ? extractedText(result->files, result->damaged, result->skipped, notesOf(*result)) : QString();
            });
    }
    job->setOutput(target);
}

void InspectPage::askExtract(ContentsTab::Target kind) {
    const auto image = opened_.image;
    QString target;
    if (kind == ContentsTab::Target::folder) {
        target = QFileDialog::getExistingDirectory(this, tr("Extract to a folder"), QFileInfo(suggestedPath(opened_.path, {})).absolutePath());
    } else {
        target = askSavePath(this, tr("Extract to an archive"), suggestedPath(opened_.path, QStringLiteral(".tar.xz")),
                             {{tr("All that is there: owners, links, devices"), QStringLiteral(".tar.xz")},
                              {tr("For every system: files and folders"), QStringLiteral(".zip")}});
    }
    // Another image may have been opened meanwhile.
    if (!target.isEmpty() && image == opened_.image) extract(target, kind);
}

void InspectPage::askReport(DamageTab::Format format) {
    const SaveKind kind = format == DamageTab::Format::map    ? SaveKind{tr("Map files"), QStringLiteral(".map")}
                          : format == DamageTab::Format::json ? SaveKind{tr("JSON"), QStringLiteral(".json")}
                          : format == DamageTab::Format::csv  ? SaveKind{tr("Tables"), QStringLiteral(".csv")}
                                                              : SaveKind{tr("Text"), QStringLiteral(".txt")};
    const ScanReport now = report();
    const QString path = askSavePath(this, tr("Save the report"), suggestedPath(opened_.path, kind.suffix), {kind});
    if (path.isEmpty()) return;
    if (auto saved = writeReport(now, path, format); !saved) sayFailure(saved.error());
}

QString InspectPage::askMapFile(const QString &title) {
    const auto image = opened_.image;
    const QString path = QFileDialog::getOpenFileName(this, title, QFileInfo(suggestedPath(opened_.path, {})).absolutePath(),
                                                      tr("Map files (*.map *.mapfile *.log);;All files (*)"));
    return image == opened_.image ? path : QString();
}

void InspectPage::askTakeUp() {
    const QString path = askMapFile(tr("Take up a check from its map file"));
    if (path.isEmpty()) return;
    if (auto taken = takeUp(path); !taken) sayFailure(taken.error());
}

void InspectPage::askLayOver() {
    const QString path = askMapFile(tr("The map file that ddrescue wrote when the disc was copied"));
    if (path.isEmpty()) return;
    std::uint64_t offset = 0;
    if (!opened_.places) {
        bool isGiven = false;
        const QString text =
            QInputDialog::getText(this, tr("Where the image lies on the disc"),
                                  tr("The map counts from the start of the disc. At which byte of the disc does this image begin?\n"
                                     "0, where the image alone was copied. Of a whole disc, open its ISO instead: then this is known."),
                                  QLineEdit::Normal, QStringLiteral("0"), &isGiven);
        if (!isGiven) return;
        bool isNumber = false;
        offset = text.toULongLong(&isNumber, 0);
        if (!isNumber) {
            emit failed(tr("“%1” is not a number of bytes.").arg(text));
            return;
        }
    }
    if (auto laid = layOver(path, offset); !laid) sayFailure(laid.error());
}

void InspectPage::sayFailure(const Error &error) { emit failed(sentenceOf(error)); }

} // namespace cloop::desktop
