// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspect_page.h"

#include "image/head_finder.h"
#include "models/damage_list.h"
#include "models/suggested_path.h"
#include "scan/map_file.h"
#include "text/sentences.h"
#include "views/ask_path.h"
#include "views/blocks_view.h"
#include "views/details_pane.h"
#include "views/extracted_drag.h"
#include "views/image_header.h"
#include "views/job_strip.h"
#include "views/labels.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/preview_window.h"
#include "views/properties_dialog.h"
#include "views/save_picture.h"
#include "views/save_report.h"
#include "views/state_chip.h"
#include "views/switch_button.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int detailsWidth = 280;

QString splitterKey() { return QStringLiteral("detailsSplitter"); }
QString viewKey() { return QStringLiteral("view"); }

} // namespace

InspectPage::InspectPage(JobQueue &queue, QWidget *parent)
    : QWidget(parent), queue_(queue), header_(new ImageHeader), strip_(new JobStrip), views_(new QButtonGroup(this)), stack_(new QStackedWidget),
      files_(new FilesView), mapPanel_(new MapPanel), blocks_(new BlocksView), damage_(new DamageView), details_(new DetailsPane), scan_(queue) {
    map()->setEmptyText(tr("This image has no blocks."));
    map()->setDescriber(
        [this](std::size_t first, std::size_t last) { return opened_.image ? describeBlocks(opened_, map()->cells(), first, last) : QString(); });
    makeViews();
    connectHeader();
    connectViews();
    connect(&scan_, &ScanJob::judged, this, [this](std::size_t first, std::size_t last, BlockState state) {
        for (std::size_t block = first; block < last; ++block) map()->setCell(block, {map()->cells()[block].level, state});
        // From here on it is known by the check.
        std::erase_if(uncopied_, [&](std::size_t block) { return block >= first && block < last; });
    });
    connect(&scan_, &ScanJob::progressed, this, [this] {
        if (!scan_.isRunning()) return;
        mapPanel_->showCounts();
        strip_->showJob(scan_.job());
        // What is found is listed as it is found, without making the list anew ten times a second.
        if (listed_.isValid() && listed_.elapsed() < 1000 + 10 * listingTook_) return;
        listed_.start();
        listDamage();
        listingTook_ = listed_.restart();
    });
    connect(&scan_, &ScanJob::ended, this, [this](const ScanOutcome &outcome) { endScan(outcome.result); });
}

InspectPage::~InspectPage() { QSettings().setValue(splitterKey(), findChild<QSplitter *>()->saveState()); }

MapView *InspectPage::map() const { return mapPanel_->map(); }

void InspectPage::makeViews() {
    auto *chooser = new QHBoxLayout;
    chooser->setSpacing(hair);
    chooser->setContentsMargins(apart, 0, apart, 0);
    const auto addView = [&](QWidget *view, const char *iconName, const QString &words) {
        view->setObjectName(QLatin1String(iconName));
        auto *button = new SwitchButton(iconName, words);
        views_->addButton(button, stack_->addWidget(view));
        chooser->addWidget(button);
    };
    addView(files_, "files", tr("File&s"));
    addView(mapPanel_, "map", tr("&Map"));
    addView(blocks_, "blocks", tr("&Blocks"));
    addView(damage_, "damage", tr("&Damage"));
    chooser->addStretch();
    views_->button(0)->setChecked(true);
    connect(views_, &QButtonGroup::idClicked, this, [this](int view) {
        stack_->setCurrentIndex(view);
        // Damage is shown first where there is some, and nowhere else.
        if (shownView() != damage_) QSettings().setValue(viewKey(), shownView()->objectName());
    });

    auto *framed = new QWidget;
    auto *padded = new QHBoxLayout(framed);
    padded->setContentsMargins(0, rhythm, 0, apart);
    padded->setSpacing(0);
    // Margins would stay on their side from right to left.
    padded->addSpacing(apart);
    padded->addWidget(stack_, 1);
    padded->addSpacing(rhythm);
    auto *splitter = new QSplitter;
    splitter->addWidget(framed);
    splitter->addWidget(details_);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    details_->resize(detailsWidth, details_->height());
    splitter->setSizes({3 * detailsWidth, detailsWidth});
    splitter->restoreState(QSettings().value(splitterKey()).toByteArray());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(header_);
    whole->addWidget(strip_);
    whole->addLayout(chooser);
    whole->addWidget(splitter, 1);
}

void InspectPage::connectHeader() {
    connect(header_, &ImageHeader::backWanted, this, &InspectPage::backWanted);
    connect(header_, &ImageHeader::extractWanted, this, [this] { askExtract(ExtractTo::folder); });
    connect(header_, &ImageHeader::extractToArchiveWanted, this, [this] { askExtract(ExtractTo::archive); });
    connect(header_, &ImageHeader::checkWanted, this, &InspectPage::startScan);
    connect(header_, &ImageHeader::stopWanted, &scan_, &ScanJob::cancel);
    connect(header_, &ImageHeader::exportWanted, this, &InspectPage::exportWanted);
    connect(strip_, &JobStrip::stopWanted, &scan_, &ScanJob::cancel);
    connect(strip_, &JobStrip::pauseWanted, this, [this] {
        if (Job *job = scan_.job()) job->setPaused(!job->isPaused());
    });
}

void InspectPage::connectViews() {
    connect(map(), &MapView::chosenChanged, this, &InspectPage::showBlocks);
    connect(map(), &MapView::inspectorWanted, details_, &DetailsPane::focusText);
    connect(files_, &FilesView::chosenChanged, this, &InspectPage::showChosenFiles);
    connect(files_, &FilesView::scopeChanged, this, &InspectPage::showScope);
    connect(files_, &FilesView::extractWanted, this, [this] { askExtract(ExtractTo::folder); });
    connect(files_, &FilesView::tooLargeToDrag, this, [this] {
        emit failed(tr("That is more than %1, which is too much to drag. Extract it instead.").arg(sizeText(ExtractedDrag::mostBytes)));
    });
    connect(files_, &FilesView::mapWanted, this, [this] { showView(mapPanel_); });
    const auto preview = [this](NodeId node) {
        auto *window = new PreviewWindow(opened_.archive, node, this);
        connect(window, &PreviewWindow::extractWanted, this, [this, archive = opened_.archive](NodeId wanted) {
            if (archive == opened_.archive) askExtractTo({.selection = {wanted}});
        });
        window->show();
    };
    const auto lookInside = [this](NodeId node) { emit openInsideWanted(opened_, node); };
    connect(files_, &FilesView::previewWanted, this, preview);
    connect(files_, &FilesView::openWanted, this, lookInside);
    connect(blocks_, &BlocksView::chosenChanged, this, [this](std::size_t block) { map()->choose(block, block + 1); });
    connect(damage_, &DamageView::checkWanted, this, &InspectPage::startScan);
    connect(damage_, &DamageView::extractWholeWanted, this, [this] { askExtractTo(wholeFiles()); });
    connect(damage_, &DamageView::blocksChosen, map(), &MapView::choose);
    connect(damage_, &DamageView::nodeChosen, files_, &FilesView::choose);
    connect(damage_, &DamageView::saveWanted, this, &InspectPage::askReport);
    connect(details_, &DetailsPane::nodeChosen, this, [this](NodeId node) {
        showView(files_);
        files_->choose(node);
    });
    connect(details_, &DetailsPane::blocksChosen, this, [this](std::size_t first, std::size_t last) {
        showView(mapPanel_);
        map()->choose(first, last);
    });
    connect(details_, &DetailsPane::previewWanted, this, preview);
    connect(details_, &DetailsPane::insideWanted, this, lookInside);
    connect(details_, &DetailsPane::mapWanted, this, [this] { showView(mapPanel_); });
}

QWidget *InspectPage::shownView() const { return stack_->currentWidget(); }

void InspectPage::showView(QWidget *view) {
    stack_->setCurrentWidget(view);
    views_->button(stack_->currentIndex())->setChecked(true);
}

void InspectPage::focusView() {
    for (auto *area : shownView()->findChildren<QAbstractScrollArea *>())
        if (area->isVisibleTo(this) && area->focusPolicy() != Qt::NoFocus) {
            area->setFocus();
            return;
        }
    views_->checkedButton()->setFocus();
}

void InspectPage::setScheme(MapScheme scheme) { mapPanel_->setScheme(scheme); }

/// What is chosen in an image, and the cells that the table looks at, go while the page still holds that image.
void InspectPage::leave() {
    scan_.forget();
    isChecking_ = false;
    probe_.cancel();
    files_->setArchive(nullptr);
    blocks_->setImage(nullptr, nullptr);
    details_->showNothing();
}

void InspectPage::close() {
    leave();
    map()->setCells({});
    mapPanel_->setImage(nullptr);
    bad_.clear();
    opened_ = {};
    emit shownChanged();
}

void InspectPage::show(OpenedImage opened) {
    leave();
    opened_ = std::move(opened);
    header_->showImage(opened_);
    strip_->showJob(nullptr);
    map()->setCells(BlockCells::fromIndex(opened_.image->index(), opened_.image->block_size()));
    mapPanel_->setImage(opened_.image.get());
    files_->setArchive(opened_.archive,
                       opened_.archive
                           ? QString()
                           : tr("%1 No files are known. Export the content to look at it otherwise.").arg(causeText(opened_.withoutFilesystem)));
    blocks_->setImage(opened_.image, &map()->cells());
    causes_.clear();
    misplaced_.reset();
    uncopied_.clear();
    bad_.clear();
    damage_->setChecking(false);
    damage_->showDamage(opened_, bad_, map()->cells());
    checkedAt_ = opened_.known ? opened_.known->when : QDateTime();
    if (opened_.known) setStates(opened_.known->states);
    takeStates();
    damage_->say(whatIsKnown());
    showScope();
    auto *chosenLast = stack_->findChild<QWidget *>(QSettings().value(viewKey(), files_->objectName()).toString(), Qt::FindDirectChildrenOnly);
    showView(!bad_.empty() ? damage_ : chosenLast ? chosenLast : files_);
    emit shownChanged();
}

std::vector<BlockState> InspectPage::states() const {
    std::vector<BlockState> states(map()->cells().size());
    for (std::size_t block = 0; block < states.size(); ++block) states[block] = map()->cells()[block].state;
    return states;
}

void InspectPage::setStates(const std::vector<BlockState> &states) {
    for (std::size_t block = 0; block < states.size(); ++block) {
        // Blocks lost by the index are damaged, whatever an earlier check says.
        const bool isThere = block < opened_.image->index().known_size() && opened_.image->index().defect(block) == Defect::none;
        map()->setCell(block, {map()->cells()[block].level, isThere ? states[block] : BlockState::damaged});
    }
}

QString InspectPage::whenChecked() const {
    if (checkedAt_.isNull()) return {};
    const bool isPart = map()->cells().counts()[static_cast<std::size_t>(BlockState::untested)] > 0;
    return (isPart ? tr("Checked in part %1.", "when") : tr("Checked %1.", "when")).arg(whenText(checkedAt_));
}

/// The sentence for an image on which no check was made since it was opened.
QString InspectPage::whatIsKnown() const {
    if (!checkedAt_.isNull() && canGoOn()) return tr("%1 A check goes on with the other blocks.").arg(whenChecked());
    if (!checkedAt_.isNull() && !bad_.empty()) return tr("%1 Everything else can be extracted.").arg(whenChecked());
    if (!checkedAt_.isNull()) return whenChecked();
    if (bad_.empty()) return tr("A check reads every block, and names the files that damage costs.");
    return tr("%n block(s) are damaged by what the index says. A check finds out about the others.", nullptr, static_cast<int>(count_lost(bad_)));
}

bool InspectPage::canGoOn() const {
    const auto counts = map()->cells().counts();
    return counts[static_cast<std::size_t>(BlockState::untested)] > 0 && counts[static_cast<std::size_t>(BlockState::sound)] > 0;
}

/// Updates all views that show states.
void InspectPage::takeStates() {
    map()->refresh();
    mapPanel_->showCounts();
    blocks_->takeStates();
    listDamage();
    if (opened_.filesystem) files_->setFacts(facts());
    showDetailsAnew();
}

/// Bytes that the image takes for these files.
std::uint64_t InspectPage::storedIn(const NodeSelection &selection) const {
    const auto &facts = files_->model()->facts();
    std::uint64_t bytes = 0;
    selection.for_each(*opened_.filesystem, [&](NodeId id) {
        if ((*opened_.filesystem)[id].kind == NodeKind::file) bytes += facts[id].stored;
    });
    return bytes;
}

std::vector<NodeFacts> InspectPage::facts() const {
    return judgeNodes(*opened_.filesystem, opened_.image->index(), opened_.image->block_size(), map()->cells());
}

/// Makes the damage list from the map's states, so that both agree.
void InspectPage::listDamage() {
    auto bad = damageOf(*opened_.image, map()->cells(), causes_);
    const bool isSame = std::ranges::equal(
        bad, bad_, [](const LostBlocks &a, const LostBlocks &b) { return a.first == b.first && a.last == b.last && a.error.code == b.error.code; });
    bad_ = std::move(bad);
    if (!isSame || bad_.empty()) damage_->showDamage(opened_, bad_, map()->cells());
    QAbstractButton *button = views_->button(stack_->indexOf(damage_));
    button->setText(bad_.empty() ? tr("&Damage") : tr("&Damage (%1)").arg(numberText(count_lost(bad_))));
    showState();
}

void InspectPage::showState() {
    const auto &counts = map()->cells().counts();
    const auto count = [&](BlockState state) { return counts[static_cast<std::size_t>(state)]; };
    StateChip *chip = header_->chip();
    header_->setChecking(isChecking_, canGoOn());
    if (count(BlockState::damaged) + count(BlockState::unreadable) > 0) {
        const QString blocks = lostText(count(BlockState::damaged), count(BlockState::unreadable));
        const auto files = static_cast<int>(damage_->damagedFiles());
        chip->show(Tone::bad, "damage", files > 0 ? tr("%1, %2").arg(blocks, tr("%n file(s)", nullptr, files)) : blocks);
    } else if (!opened_.image->corrections().empty()) {
        chip->show(Tone::bad, "damage", tr("head damaged"));
    } else if (count(BlockState::untested) > 0) {
        chip->show(Tone::neutral, "unknown", count(BlockState::sound) > 0 ? tr("checked in part") : tr("not checked"));
    } else if (count(BlockState::unverifiable) > 0) {
        chip->show(Tone::neutral, "unknown", tr("cannot tell: no check in %n block(s)", nullptr, static_cast<int>(count(BlockState::unverifiable))));
    } else {
        chip->show(Tone::good, "whole", tr("whole"));
    }
    chip->setToolTip(whenChecked());
}

void InspectPage::showScope() { header_->setExtract(files_->scope(), opened_.filesystem != nullptr); }

/// With the states as they are known now.
void InspectPage::showDetailsAnew() {
    if (const BlockRange blocks = details_->blocks(); !blocks.is_empty())
        details_->showBlocks(opened_, map()->cells(), blocks.first, blocks.last);
    else if (const auto nodes = files_->chosen(); !nodes.empty()) details_->showNodes(opened_, files_->model()->facts(), bad_, nodes);
}

void InspectPage::showBlocks(std::size_t first, std::size_t last) {
    if (first >= last) return;
    // A block that is chosen takes the place of the files that were.
    map()->setLit({});
    details_->showBlocks(opened_, map()->cells(), first, last);
    if (last - first == 1) blocks_->choose(first);
}

void InspectPage::showChosenFiles() {
    const auto nodes = files_->chosen();
    lightNodes();
    probe_.cancel();
    if (nodes.empty()) {
        if (opened_.image) details_->showNothing();
        return;
    }
    details_->showNodes(opened_, files_->model()->facts(), bad_, nodes);
    if (nodes.size() == 1 && (*opened_.filesystem)[nodes.front()].kind == NodeKind::file) probeInside(nodes.front());
}

/// Looks whether the file is an image itself, beside the window: a scratched disc takes its time.
void InspectPage::probeInside(NodeId node) {
    if (probe_.isRunning()) return;
    probe_.start([filesystem = opened_.filesystem, node](const std::stop_token &stop, const ProgressSink &) -> Result<bool> {
        const auto found = find_head(*filesystem->open_file(node), stop);
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        return found.has_value();
    }, [this, node, filesystem = opened_.filesystem](const Result<bool> &isImage) {
        const auto chosen = files_->chosen();
        if (chosen.size() != 1 || opened_.filesystem != filesystem) return;
        // Chosen meanwhile, or once more.
        const bool isStopped = !isImage && isImage.error().code == ErrorCode::cancelled;
        if (isStopped || chosen.front() != node) probeInside(chosen.front());
        else if (isImage.value_or(false)) details_->offerInside();
    });
}

/// The blocks of what is chosen in the tree stay bright; of a folder, those of all below.
void InspectPage::lightNodes() {
    std::vector<BlockRange> ranges;
    const NodeSelection chosen = files_->chosen();
    if (opened_.filesystem)
        chosen.for_each(*opened_.filesystem, [&](NodeId id) {
            for (const Extent &extent : (*opened_.filesystem)[id].extents)
                if (extent.size > 0) ranges.push_back(BlockRange::of(extent, opened_.image->block_size()));
        });
    if (!ranges.empty()) map()->choose(0, 0);
    map()->setLit(std::move(ranges));
}

void InspectPage::startScan() {
    if (!opened_.image || scan_.isRunning()) return;
    causes_.clear();
    misplaced_.reset();
    std::vector<BlockState> known = states();
    // What the map of a copied disc says is no check's finding.
    for (const std::size_t block : uncopied_) known[block] = BlockState::untested;
    scan_.start({.title = tr("Check %1").arg(QFileInfo(opened_.path).fileName()),
                 .image = opened_.image,
                 .states = std::move(known),
                 .goesOn = canGoOn(),
                 .keep = [key = opened_.checkKey, image = opened_.image](const std::vector<BlockState> &found) {
                     KnownCheck::keep(key, *image, found);
                 }});
    isChecking_ = true;
    damage_->setChecking(true);
    damage_->say({});
    strip_->showJob(scan_.job());
    showState();
}

void InspectPage::endScan(const Result<ScanResult> &result) {
    if (result) {
        causes_ = result->bad;
        if (result->taken == 0) misplaced_ = result->misplaced;
    }
    if (result || canGoOn()) checkedAt_ = QDateTime::currentDateTime();
    isChecking_ = false;
    strip_->showJob(nullptr);
    damage_->setChecking(false);
    takeStates();
    if (!result) {
        damage_->say(result.error().code == ErrorCode::cancelled
                         ? tr("Stopped. What was checked so far is kept, and the next check goes on from there.")
                         : sentenceOf(result.error()));
    } else if (result->states.empty()) {
        damage_->say(tr("There is nothing to check, because this image has no blocks."));
    } else if (result->bad.empty()) {
        const std::size_t unverifiable = result->count(BlockState::unverifiable);
        damage_->say(unverifiable ? tr("No damage was found, but %n block(s) can't be checked, because their codec has no check.", nullptr,
                                       static_cast<int>(unverifiable))
                                  : QString());
    } else {
        damage_->say(tr("Everything else can be extracted: the whole files here, or all with zeros in place of what is lost."));
        showView(damage_);
    }
    emit scanEnded();
}

void InspectPage::takeRead(const std::vector<BlockState> &states, const std::vector<LostBlocks> &lost) {
    if (scan_.isRunning()) return;
    causes_ = lost;
    misplaced_.reset();
    uncopied_.clear();
    setStates(states);
    checkedAt_ = QDateTime::currentDateTime();
    takeStates();
    damage_->say(whatIsKnown());
}

Status InspectPage::takeUp(const QString &mapFile) {
    CLOOP_LET(read, load_map_file(encodedPath(mapFile)));
    CLOOP_LET(known, states_from(read, *opened_.image));
    causes_.clear();
    misplaced_.reset();
    checkedAt_ = {};
    setStates(known);
    takeStates();
    damage_->say(tr("Taken from the map file. Blocks that are known to be sound, which the next check leaves out: %1.")
                     .arg(numberText(map()->cells().counts()[static_cast<std::size_t>(BlockState::sound)])));
    return {};
}

Status InspectPage::layOver(const QString &mapFile, std::uint64_t offset) {
    CLOOP_LET(read, load_map_file(encodedPath(mapFile)));
    const auto places = opened_.places.value_or(std::vector<Extent>{{offset, opened_.image->file_size()}});
    // Undo the states of an earlier map of a copied disc, but keep those of a check.
    for (const std::size_t block : uncopied_)
        if (map()->cells()[block].state == BlockState::unreadable) map()->setCell(block, {map()->cells()[block].level, BlockState::untested});
    uncopied_.clear();
    std::size_t count = 0;
    for (const BlockRun &run : uncopied_blocks(read, *opened_.image, places)) {
        count += run.last - run.first;
        for (std::size_t block = run.first; block < run.last; ++block) {
            if (map()->cells()[block].state != BlockState::untested) continue;
            map()->setCell(block, {map()->cells()[block].level, run.state});
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

ScanReport InspectPage::report() const {
    return ScanReport::make(opened_, states(), damageOf(*opened_.image, map()->cells(), causes_), misplaced_);
}

void InspectPage::extract(const QString &target, ExtractTo kind, bool replaces) {
    add({.selection = files_->inScope(), .target = target, .kind = kind, .replaces = replaces});
}

void InspectPage::add(ExtractTask task) {
    // How far an archive shrinks is not known before; about as far as the image.
    if (task.kind == ExtractTo::archive && !mayBeTooLarge(this, tr("Extract"), task.target, storedIn(task.selection))) return;
    if (auto job = desktop::extract(queue_, opened_, std::move(task)); !job) sayFailure(job.error());
}

void InspectPage::askExtract(ExtractTo kind) {
    if (!opened_.filesystem) return;
    const auto image = opened_.image;
    if (kind == ExtractTo::folder) {
        askExtractTo({.selection = files_->inScope()});
        return;
    }
    const QString target = askSavePath(this, tr("Extract to an archive"), suggestedPath(opened_.path, QStringLiteral(".tar.xz")),
                                       {{tr("All that is there: owners, links, devices"), QStringLiteral(".tar.xz")},
                                        {tr("For every system: files and folders"), QStringLiteral(".zip")}});
    // What is there now was asked about.
    if (!target.isEmpty() && image == opened_.image) extract(target, kind, QFileInfo::exists(target));
}

/// To a folder that is asked for.
void InspectPage::askExtractTo(ExtractTask task) {
    const auto image = opened_.image;
    task.target = QFileDialog::getExistingDirectory(this, tr("Extract to a folder"), QFileInfo(suggestedPath(opened_.path, {})).absolutePath());
    // Meanwhile another image may have been opened.
    if (!task.target.isEmpty() && image == opened_.image) extractTo(std::move(task));
}

void InspectPage::extractWhole(const QString &folder) {
    ExtractTask task = wholeFiles();
    task.target = folder;
    add(std::move(task));
}

/// All but the files that damage touches. A directory with a damaged record is still the way to what is known in it.
ExtractTask InspectPage::wholeFiles() const {
    std::vector<char> damaged(opened_.filesystem->nodes().size());
    for (const HitNode &hit : find_hit_nodes(*opened_.filesystem, bad_, opened_.image->block_size()).value_or(std::vector<HitNode>{}))
        damaged[hit.node] = (*opened_.filesystem)[hit.node].kind == NodeKind::file;
    const auto count = static_cast<std::size_t>(std::ranges::count(damaged, 1));
    return {.selection = {std::vector{Filesystem::root}, std::move(damaged)}, .damagedLeftOut = count};
}

/// Asks what becomes of names that are there already.
void InspectPage::extractTo(ExtractTask task) {
    const QString folder = task.target;
    if (const QStringList there = alreadyIn(folder, opened_, task.selection); !there.isEmpty()) {
        QMessageBox box(
            QMessageBox::Question, tr("Extract"),
            tr("%n name(s) are in %1 already: %2", nullptr, static_cast<int>(there.size()))
                .arg(pathText(folder), there.mid(0, 5).join(QStringLiteral(", ")) + (there.size() > 5 ? QStringLiteral(" …") : QString())),
            QMessageBox::NoButton, this);
        box.setInformativeText(tr("This is for all of them. Folders are entered in any case; files that are not extracted stay as they are."));
        auto *replace = box.addButton(tr("&Replace"), QMessageBox::DestructiveRole);
        auto *skip = box.addButton(tr("&Skip"), QMessageBox::AcceptRole);
        auto *both = box.addButton(tr("&Keep both, in a new folder"), QMessageBox::AcceptRole);
        box.addButton(QMessageBox::Cancel);
        box.setDefaultButton(skip);
        box.exec();
        if (box.clickedButton() == both) {
            task.target = suggestedPath(QDir(folder).filePath(QFileInfo(opened_.path).completeBaseName()), {});
            if (!QDir().mkdir(task.target)) {
                emit failed(tr("The folder %1 can't be made.").arg(pathText(task.target)));
                return;
            }
        } else if (box.clickedButton() == replace) {
            task.replaces = true;
        } else if (box.clickedButton() != skip) {
            return;
        }
    }
    add(std::move(task));
}

void InspectPage::showProperties() {
    if (opened_.image) (new PropertiesDialog(opened_, map()->cells(), map()->scheme(), this))->show();
}

void InspectPage::askReport(DamageView::Format format) {
    const auto saved = askSaveReport(this, report(), format);
    if (!saved) sayFailure(saved.error());
    else if (!saved->isEmpty()) emit succeeded(tr("The report is saved: %1").arg(pathText(*saved)));
}

void InspectPage::askPicture() {
    const auto image = opened_.image;
    const QString path = askPicturePath(this, opened_);
    if (path.isEmpty() || image != opened_.image) return;
    if (auto saved = savePicture(opened_, *map(), path); !saved) sayFailure(saved.error());
    else emit succeeded(tr("The picture is saved: %1").arg(pathText(path)));
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
