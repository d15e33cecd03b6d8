// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window.h"

#include "file/file_source.h"
#include "file/image_name.h"
#include "file/split_set.h"
#include "platform/desktop_services.h"
#include "platform/file_transfer.h"
#include "text/document_path.h"
#include "text/sentences.h"
#include "views/ask_open.h"
#include "views/ask_verb.h"
#include "views/build_page.h"
#include "views/export_dialog.h"
#include "views/image_header.h"
#include "views/image_sum.h"
#include "views/inspect_page.h"
#include "views/jobs_popover.h"
#include "views/log_dialog.h"
#include "views/looks.h"
#include "views/map_view.h"
#include "views/message_bar.h"
#include "views/module_dialog.h"
#include "views/mounts_popover.h"
#include "views/shortcuts_dialog.h"
#include "views/start_page.h"
#include "views/stick_dialog.h"
#include "views/sum_dialog.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWindow>

namespace cloop::desktop {

namespace {

QString geometryKey() { return QStringLiteral("window"); }
QString schemeKey() { return QStringLiteral("colours"); }

/// What stands for all that is dropped: one local file or folder, or all parts of one image. Empty: nothing does.
QString oneOf(const QStringList &paths) {
    if (paths.isEmpty()) return {};
    if (paths.size() == 1) return paths.first();
    const auto whole = parts_of(encodedPath(paths.first()));
    if (!whole) return {};
    for (const QString &path : paths)
        if (std::ranges::find(*whole, encodedPath(path)) == whole->end()) return {};
    return paths.first();
}

/// A window that was never resized fits on the screen, with the frame that the desktop gives it.
QSize firstSize(const QScreen &screen) {
    const QSize frame(2 * rhythm, QApplication::style()->pixelMetric(QStyle::PM_TitleBarHeight) + 2 * rhythm);
    return QSize(1180, 740).boundedTo(screen.availableSize() - frame);
}

/// A name for a menu: no mnemonic, and no longer than a menu should be wide.
QString menuText(const QString &text, const QWidget &menu) {
    QString plain = menu.fontMetrics().elidedText(text, Qt::ElideMiddle, 400);
    return plain.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

MainWindow::MainWindow(std::function<std::vector<Attachment>()> mounts)
    : messages_(new MessageBar), pages_(new QStackedWidget), start_(new StartPage), inspect_(new InspectPage(queue_)), build_(new BuildPage(queue_)),
      jobLine_(new QLabel), jobsButton_(new QToolButton), jobs_(new JobsPopover(queue_, jobsButton_, this)), mounts_(std::move(mounts)),
      mountsButton_(new QToolButton), mountsPopover_(new MountsPopover(mounts_, mountsButton_, this)),
      mounting_(mounts_, *inspect_, *messages_, *this), dropFrame_(new QFrame(this)), openingSoon_(new QTimer(this)),
      givingUp_(new QTimer(this)) {
    setAcceptDrops(true);
    queue_.keepLog(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/log.txt"));
    for (QWidget *page : {static_cast<QWidget *>(start_), static_cast<QWidget *>(inspect_), static_cast<QWidget *>(build_)}) pages_->addWidget(page);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(messages_);
    column->addWidget(pages_, 1);
    setCentralWidget(middle);
    makeMenus();
    makeStatusBar();

    openingSoon_->setSingleShot(true);
    openingSoon_->setInterval(500);
    connect(openingSoon_, &QTimer::timeout, this,
            [this] { messages_->offer(tr("Opening %1…").arg(opening_), tr("Stop"), [this] { stopOpening(); }); });
    givingUp_->setSingleShot(true);
    givingUp_->setInterval(1000);
    connect(givingUp_, &QTimer::timeout, this, [this] {
        open_.leave();
        if (endOpening()) return;
        messages_->say(tr("%1 does not answer, and was given up.").arg(opening_));
        emit taken();
    });
    wireStartPage();
    connect(build_, &BuildPage::openWanted, this, &MainWindow::take);
    connect(build_, &BuildPage::showWanted, this, &MainWindow::showFile);
    connect(build_, &BuildPage::stickWanted, this, &MainWindow::writeFileToStick);
    connect(build_, &BuildPage::backWanted, this, [this] { goTo(start_); });
    connect(inspect_, &InspectPage::openInsideWanted, this, [this](const OpenedImage &outer, NodeId node) {
        open(outer.path + QLatin1Char(':') + nameText(outer.filesystem->path(node)), true,
             [outer, node](const std::stop_token &stop) { return OpenedImage::openInside(outer, node, stop); });
    });
    connect(jobs_, &JobsPopover::openWanted, this, &MainWindow::take);
    connect(jobs_, &JobsPopover::showWanted, this, &MainWindow::showFile);
    connect(inspect_, &InspectPage::failed, messages_, &MessageBar::say);
    connect(inspect_, &InspectPage::succeeded, messages_, &MessageBar::say);
    connect(inspect_, &InspectPage::backWanted, this, [this] { goTo(start_); });
    connect(inspect_, &InspectPage::exportWanted, this, &MainWindow::exportDialog);

    QSettings settings;
    setScheme(static_cast<MapScheme>(std::clamp(settings.value(schemeKey()).toInt(), 0, 2)));
    resize(firstSize(*screen()));
    restoreGeometry(settings.value(geometryKey()).toByteArray());
    goTo(start_);

    // Text fields must not accept drops, because they would insert the file's name.
    for (QWidget *edit : findChildren<QWidget *>())
        if (qobject_cast<QLineEdit *>(edit) || qobject_cast<QAbstractSpinBox *>(edit) || qobject_cast<QPlainTextEdit *>(edit))
            edit->setAcceptDrops(false);
    dropFrame_->setFrameShape(QFrame::Box);
    dropFrame_->setLineWidth(3);
    dropFrame_->setForegroundRole(QPalette::Highlight);
    QPalette frame = dropFrame_->palette();
    frame.setColor(QPalette::WindowText, frame.color(QPalette::Highlight));
    dropFrame_->setPalette(frame);
    dropFrame_->setAttribute(Qt::WA_TransparentForMouseEvents);
    dropFrame_->hide();
}

MainWindow::~MainWindow() {
    // Members go before the pages and menus, which are children: none of these tells them anything any more.
    for (QObject *child : findChildren<QObject *>()) child->disconnect(this);
    queue_.cancelAll();
    open_.leave();
}

void MainWindow::wireStartPage() {
    connect(start_, &StartPage::openWanted, this, &MainWindow::openDialog);
    connect(start_, &StartPage::buildWanted, this, &MainWindow::buildDialog);
    connect(start_, &StartPage::driveWanted, this, &MainWindow::take);
    connect(start_, &StartPage::recentWanted, this, &MainWindow::take);
    connect(start_, &StartPage::mountWanted, &mounting_, &Mounting::mount);
    connect(start_, &StartPage::forgetWanted, this, [this](const QString &path) {
        recent_.remove(path);
        start_->setRecent(recent_.list());
    });
    connect(start_, &StartPage::seenChanged, this, [this](bool isSeen) { drives_.setWatched(isSeen); });
    connect(&drives_, &Drives::changed, this, [this] { start_->setDrives(drives_.list()); });
    connect(inspect_, &InspectPage::scanEnded, this, &MainWindow::noteCheck);
    start_->setDrives(drives_.list());
}

/// What is known of the image is told where it is offered again.
void MainWindow::noteCheck() {
    const OpenedImage &opened = inspect_->opened();
    const auto &counts = inspect_->map()->cells().counts();
    const auto count = [&](BlockState state) { return static_cast<qint64>(counts[static_cast<std::size_t>(state)]); };
    const qint64 damaged = count(BlockState::damaged), unreadable = count(BlockState::unreadable);
    using Known = RecentFile::Known;
    if (damaged + unreadable > 0) recent_.setState(opened.path, Known::damaged, damaged, unreadable);
    else if (count(BlockState::untested) > 0) recent_.setState(opened.path, count(BlockState::sound) > 0 ? Known::part : Known::unchecked);
    else if (!opened.image->corrections().empty()) recent_.setState(opened.path, Known::damaged);
    else recent_.setState(opened.path, count(BlockState::unverifiable) > 0 ? Known::unverifiable : Known::whole);
}

/// What can be opened without a look for it: what was open before, and discs.
void MainWindow::makeOpenMenus(QMenu *file) {
    QMenu *recent = file->addMenu(tr("Open &recent"));
    QMenu *discs = file->addMenu(tr("Open &disc"));
    connect(file, &QMenu::aboutToShow, this, [this, recent, discs] {
        // Where only the kernel tells of discs, it is asked while somebody looks.
        drives_.setWatched(true);
        recent->setEnabled(!recent_.list().isEmpty());
        discs->setEnabled(!drives_.list().isEmpty());
    });
    connect(file, &QMenu::aboutToHide, this, [this] { drives_.setWatched(start_->isVisible()); });
    connect(&drives_, &Drives::changed, discs, [this, discs] { discs->setEnabled(!drives_.list().isEmpty()); });
    connect(recent, &QMenu::aboutToShow, this, [this, recent] {
        recent->clear();
        for (const RecentFile &entry : recent_.list()) {
            const QFileInfo info(entry.path);
            recent->addAction(menuText(tr("%1 – %2", "a file and its folder").arg(info.fileName(), pathText(info.absolutePath())), *recent), this,
                              [this, path = entry.path] { take(path); });
        }
        recent->addSeparator();
        recent->addAction(tr("&Clear the list"), this, [this] {
            recent_.clear();
            start_->setRecent({});
        });
    });
    connect(discs, &QMenu::aboutToShow, this, [this, discs] {
        discs->clear();
        for (const DiscDrive &drive : drives_.list()) {
            const QString device = pathText(drive.device);
            discs->addAction(menuText(drive.label.isEmpty() ? device : tr("%1 – %2", "a disc and its drive").arg(drive.label, device), *discs), this,
                             [this, path = drive.device] { take(path); });
        }
    });
}

void MainWindow::makeMenus() {
    const auto add = [&](QMenu *menu, const QString &text, const QKeySequence &key, auto slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&Build an image of a folder…"), QKeySequence::New, [this] { buildDialog(true); });
    add(file, tr("Build an image of a &file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { buildDialog(false); });
    add(file, tr("&Open an image…"), QKeySequence::Open, [this] { openDialog(); });
    makeOpenMenus(file);
    imageActions_ << add(file, tr("&Close the image"), QKeySequence::Close, [this] { closeImage(); });
    file->addSeparator();
    add(file, tr("&Quit"), QKeySequence::Quit, [this] { close(); });

    QMenu *image = menuBar()->addMenu(tr("&Image"));
    imageActions_ << add(image, tr("E&xtract…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X), [this] { inspect_->askExtract(ExtractTo::folder); });
    imageActions_ << add(image, tr("Chec&k every block"), QKeySequence(Qt::Key_F7), [this] { inspect_->startScan(); });
    imageActions_ << add(image, tr("Moun&t, or open its folder"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] { mounting_.mountShown(); });
    imageActions_ << add(image, tr("&Unmount"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [this] { mounting_.unmountShown(); });
    imageActions_ << add(image, tr("&Export the content…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportDialog(); });
    if (StickDialog::isPossible())
        imageActions_ << add(image, tr("Write the content to a &stick…"), {}, [this] { writeShownToStick(); });
    image->addSeparator();
    const qsizetype firstOfMore = imageActions_.size();
    imageActions_ << add(image, tr("&Convert to another version…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { convert(); });
    imageActions_ << add(image, tr("S&HA-256 of the image"), {}, [this] { showSum(); });
    imageActions_ << add(image, tr("Compare &with a SHA-256 file…"), {}, [this] { askSum(); });
    imageActions_ << add(image, tr("Save the &map as a picture…"), {}, [this] { inspect_->askPicture(); });
    imageActions_ << add(image, tr("Continue a check from its map &file…"), {}, [this] { inspect_->askTakeUp(); });
    imageActions_ << add(image, tr("&Import the map of a copied disc (ddrescue)…"), {}, [this] { inspect_->askLayOver(); });
    imageActions_ << add(image, tr("&Properties"), QKeySequence(Qt::ALT | Qt::Key_Return), [this] { inspect_->showProperties(); });
    inspect_->header()->setMore(imageActions_.mid(firstOfMore));

    QMenu *view = menuBar()->addMenu(tr("&View"));
    add(view, tr("&Start page"), QKeySequence(Qt::ALT | Qt::Key_Home), [this] { goTo(start_); });
    imagePage_ = add(view, tr("&Opened image"), QKeySequence(Qt::ALT | Qt::Key_1), [this] { goTo(inspect_); });
    buildPage_ = add(view, tr("&Build"), QKeySequence(Qt::ALT | Qt::Key_2), [this] { goTo(build_); });
    view->addSeparator();
    mapActions_ << add(view, tr("Zoom &in"), QKeySequence::ZoomIn, [this] { shownMap()->zoom(1); });
    mapActions_ << add(view, tr("Zoom o&ut"), QKeySequence::ZoomOut, [this] { shownMap()->zoom(-1); });
    mapActions_ << add(view, tr("&Fit the whole image"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] { shownMap()->fitAll(); });
    view->addSeparator();
    const auto sayNone = [this] {
        const auto &counts = inspect_->map()->cells().counts();
        messages_->say(counts[static_cast<std::size_t>(BlockState::untested)] ? tr("No further damage is known. A check looks at every block.")
                                                                              : tr("There is no further damage."));
    };
    imageActions_ << add(view, tr("&Next damage"), QKeySequence(Qt::Key_F8),
                         [this, sayNone] { inspect_->map()->chooseNextBad() ? messages_->hide() : sayNone(); });
    imageActions_ << add(view, tr("&Previous damage"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
                         [this, sayNone] { inspect_->map()->choosePreviousBad() ? messages_->hide() : sayNone(); });
    view->addSeparator();
    QMenu *colours = view->addMenu(tr("Co&lours of the map"));
    auto *schemes = new QActionGroup(this);
    const auto addScheme = [&](const QString &text, MapScheme scheme) {
        QAction *action = add(colours, text, {}, [this, scheme] { setScheme(scheme); });
        action->setCheckable(true);
        action->setData(static_cast<int>(scheme));
        schemes->addAction(action);
        if (QSettings().value(schemeKey()).toInt() == static_cast<int>(scheme)) action->setChecked(true);
    };
    addScheme(tr("&Blue"), MapScheme::blue);
    addScheme(tr("&Violet to yellow"), MapScheme::viridis);
    addScheme(tr("&High contrast"), MapScheme::contrast);

    view->addSeparator();
    add(view, tr("&Jobs"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] { jobsButton_->toggle(); });
    add(view, tr("&Mounted images"), {}, [this] { mountsButton_->toggle(); });
    add(view, tr("Lo&g…"), {}, [this] { (new LogDialog(queue_, this))->show(); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&Guide"), QKeySequence(Qt::Key_F1), [this] {
        if (!openBook()) messages_->say(tr("The guide can't be opened: it is not installed, or there is no browser."));
    });
    add(help, tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Question), [this] { (new ShortcutsDialog(*menuBar(), this))->show(); });
    add(help, tr("Kernel &module…"), {}, [this] { showModule(); });
    add(help, tr("&About Cloopsmith"), {}, [this] { about(); });
}

void MainWindow::makeStatusBar() {
    const auto addButton = [this](QToolButton *button, const char *iconName) {
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setIcon(icon(iconName));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        statusBar()->addPermanentWidget(button);
    };
    // However long it is, the window stays as wide as it is.
    jobLine_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    statusBar()->setSizeGripEnabled(false);
    // In line with the pages above; Qt adds 2 pixels of its own.
    jobLine_->setIndent(apart - 2);
    statusBar()->addWidget(jobLine_, 1);
    addButton(mountsButton_, "mount");
    addButton(jobsButton_, "jobs");
    showJobs();
    showMounts();
    connect(&mounts_, &Mounts::changed, this, &MainWindow::showMounts);
    connect(mountsPopover_, &MountsPopover::folderWanted, &mounting_, &Mounting::openFolder);
    connect(mountsPopover_, &MountsPopover::moduleWanted, this, &MainWindow::showModule);
    connect(&queue_, &JobQueue::countChanged, this, &MainWindow::showJobs);
    connect(&queue_, &JobQueue::busyChanged, this,
            [this](bool isBusy) { inhibitor_.hold(isBusy ? tr("Jobs of Cloopsmith are still working.") : QString()); });
    connect(&queue_, &JobQueue::added, this, [this](Job *job) {
        connect(job, &Job::changed, this, &MainWindow::showJobs);
        connect(job, &Job::ended, this, [this, job] { tellEnd(*job); });
        // Open the panel for jobs that no page and no dialog shows.
        QMetaObject::invokeMethod(job, [this, job] {
            const auto sums = findChildren<SumDialog *>();
            const bool isShown = job == build_->job() || job == inspect_->scanJob() || std::ranges::find(sums, job, &SumDialog::job) != sums.end();
            if (!isShown && !job->hasEnded()) jobsButton_->setChecked(true);
        }, Qt::QueuedConnection);
    });
}

void MainWindow::showJobs() {
    const qsizetype open = queue_.openCount();
    jobsButton_->setText(open ? tr("&Jobs (%1)").arg(numberText(static_cast<std::uint64_t>(open))) : tr("&Jobs"));
    const auto &all = queue_.jobs();
    const auto running = std::ranges::find_if(all, [](const Job *job) { return job->state() == Job::State::running; });
    const Job *told = running != all.end() ? *running : all.isEmpty() || all.last() == past_ ? nullptr : all.last();
    jobLine_->setText(told ? tr("%1 — %2", "a job and how far it is").arg(told->title(), told->line()) : QString());
}

/// What became of the last job says nothing of what is opened now. `left`: a check that ends because its image is left.
void MainWindow::forgetLastJob(const Job *left) {
    const auto &all = queue_.jobs();
    if (!all.isEmpty() && (all.last()->hasEnded() || all.last() == left)) past_ = all.last();
    showJobs();
}

void MainWindow::showMounts() {
    const std::size_t count = mounts_.list().size();
    mountsButton_->setText(count ? tr("Mounted (%1)").arg(numberText(count)) : tr("Mounted"));
}

void MainWindow::showModule() {
    auto *dialog = findChild<ModuleDialog *>();
    if (!dialog) dialog = new ModuleDialog(this);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showFile(const QString &path) {
    showInFolder(path, this, [this](const QString &folder) { messages_->say(noFileManagerText(folder)); });
}

void MainWindow::tellEnd(const Job &job) {
    const bool isOnPage = &job == build_->job() && build_->isVisible();
    if (job.state() == Job::State::failed && !isOnPage) messages_->say(tr("%1: %2").arg(job.title(), job.outcome()));
    if (QApplication::activeWindow() || job.state() == Job::State::stopped) return;
    notify(job.title(), job.outcome());
    QApplication::alert(this);
}

void MainWindow::setScheme(MapScheme scheme) {
    inspect_->setScheme(scheme);
    build_->setScheme(scheme);
    QSettings().setValue(schemeKey(), static_cast<int>(scheme));
}

MapView *MainWindow::shownMap() const { return pages_->currentWidget() == build_ ? build_->map() : inspect_->map(); }

void MainWindow::goTo(QWidget *page) {
    pages_->setCurrentWidget(page);
    for (QAction *action : mapActions_) action->setEnabled(page != start_);
    for (QAction *action : imageActions_) action->setEnabled(page == inspect_);
    imagePage_->setEnabled(inspect_->opened().image != nullptr);
    buildPage_->setEnabled(build_->hasSource());
    if (page == start_) start_->setRecent(recent_.list());
    const QString file = page == inspect_ && inspect_->opened().image ? inspect_->opened().path : page == build_ ? build_->sourcePath() : QString();
    setWindowTitle(file.isEmpty() ? tr("Cloopsmith") : tr("%1 – Cloopsmith").arg(QFileInfo(file).fileName()));
    setWindowFilePath(file);
}

void MainWindow::openDialog() {
    const QString path = askOpenFile(this, tr("Open an image"), tr("Images and discs (*.cloop *.iso *.000 *.a0 KNOPPIX*);;All files (*)"));
    if (!path.isEmpty()) takeImage(path);
}

void MainWindow::buildDialog(bool wantsFolder) {
    const QString path = wantsFolder ? askOpenFolder(this, tr("Build an image of this folder"))
                                     : askOpenFile(this, tr("Build an image of this file"),
                                                   tr("Discs and archives (*.iso *.img *.tar *.tar.* *.tgz *.zip *.7z);;All files (*)"));
    if (!path.isEmpty()) buildFrom(path);
}

void MainWindow::act(const QString &action) { action == QLatin1String("build") ? buildDialog(true) : openDialog(); }

void MainWindow::exportDialog() {
    auto *dialog = new ExportDialog(inspect_->opened(), queue_, this);
    // An export reads every block, so that the page knows the damage without a check.
    dialog->whenRead([window = QPointer(this), image = inspect_->opened().image](const std::vector<BlockState> &states,
                                                                                 const std::vector<LostBlocks> &lost) {
        if (!window || window->inspect_->opened().image != image) return;
        window->inspect_->takeRead(states, lost);
        window->noteCheck();
    });
    dialog->show();
}

void MainWindow::stickDialog(SourcePtr disc, const QString &name) {
    (new StickDialog(std::move(disc), name, queue_, this))->show();
}

void MainWindow::writeFileToStick(const QString &path) {
    const auto disc = FileSource::open(encodedPath(path));
    if (disc) stickDialog(*disc, QFileInfo(path).fileName());
    else messages_->say(sentenceOf(disc.error()));
}

void MainWindow::writeShownToStick() {
    const OpenedImage &opened = inspect_->opened();
    // A live disc is shown by the image on it, but starts only as a whole.
    const bool isOnDisc = ImageName::of(opened.image->name()).is_inside() && !ImageName::of(encodedPath(opened.path)).is_inside();
    if (isOnDisc) writeFileToStick(opened.path);
    else stickDialog(opened.image, QFileInfo(opened.path).fileName());
}

void MainWindow::convert() {
    build_->setSource(inspect_->opened());
    goTo(build_);
}

void MainWindow::showSum() {
    const QString image = inspect_->opened().path;
    for (auto *shown : findChildren<SumDialog *>())
        if (shown->image() == image) {
            shown->raise();
            shown->activateWindow();
            return;
        }
    (new SumDialog(queue_, image, this))->show();
}

void MainWindow::askSum() {
    const OpenedImage opened = inspect_->opened();
    const QString sums = askSumFile(this, opened.path);
    if (!sums.isEmpty() && opened.image == inspect_->opened().image) addSumOfImage(queue_, opened.path, sums);
}

void MainWindow::about() {
    QMessageBox::about(this, tr("About Cloopsmith"),
                       tr("<p><b>Cloopsmith %1</b></p><p>Makes compressed disc images, shows every block of them, and brings out of damaged ones "
                          "what can be had.</p>"
                          "<p>Free software: GNU General Public License, version 3 or later.</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

void MainWindow::take(const QString &path) {
    open(path, false, [path](const std::stop_token &stop) { return OpenedImage::open(path, stop); });
}

void MainWindow::takeImage(const QString &path) {
    open(path, true, [path](const std::stop_token &stop) { return OpenedImage::open(path, stop); });
}

void MainWindow::takeGiven(const QString &path) { take(QDir::cleanPath(QFileInfo(path).absoluteFilePath())); }

void MainWindow::open(const QString &path, bool isImage, Opener opener) {
    messages_->hide();
    if (open_.isRunning()) {
        pending_ = [this, path, isImage, opener] { open(path, isImage, opener); };
        stopOpening();
        return;
    }
    opening_ = QFileInfo(path).fileName();
    openingSoon_->start();
    open_.start([opener](const std::stop_token &stop, const ProgressSink &) { return opener(stop); },
                [this, path, isImage](Result<OpenedImage> opened) {
                    if (endOpening()) return;
                    takeOpened(path, isImage, std::move(opened));
                    emit taken();
                });
}

/// What does not end for that, as on a network mount that is gone, is left behind.
void MainWindow::stopOpening() {
    open_.cancel();
    givingUp_->start();
}

/// True if another file takes the place of the one that was being opened.
bool MainWindow::endOpening() {
    // Hide only the "opening" message, not others.
    if (!openingSoon_->isActive()) messages_->hide();
    openingSoon_->stop();
    givingUp_->stop();
    if (!pending_) return false;
    std::exchange(pending_, nullptr)();
    return true;
}

void MainWindow::takeOpened(const QString &path, bool isImage, Result<OpenedImage> opened) {
    if (opened) {
        showOpened(std::move(*opened));
        return;
    }
    const ErrorCode code = opened.error().code;
    if (code == ErrorCode::cancelled) return;
    const bool canBeSource = (code == ErrorCode::is_a_directory || code == ErrorCode::not_cloop) && QFileInfo::exists(path);
    // A file meant to be an image, by its name or by how it was opened, is not silently used as a source.
    const bool isMeant =
        isImage || path.endsWith(QLatin1String(".cloop"), Qt::CaseInsensitive) || (next_part(encodedPath(path)) && !archive_of(encodedPath(path)));
    if (canBeSource && !(isMeant && code == ErrorCode::not_cloop)) buildFrom(path);
    else if (canBeSource) messages_->offer(sentenceOf(opened.error()), tr("Build an image of it"), [this, path] { buildFrom(path); });
    else if (code == ErrorCode::no_permission && path.startsWith(QLatin1String("/dev/")))
        messages_->say(tr("%1 can't be read, because you have no right to read this drive: an administrator can add you to its group "
                          "(most often \"cdrom\").")
                           .arg(path));
    else messages_->say(sentenceOf(opened.error()));
}

void MainWindow::buildFrom(const QString &path) {
    forgetLastJob();
    build_->setSource(path, drives_.labelOf(path));
    goTo(build_);
}

/// Whether another image may take the place of one that is being checked: it is not, or one says so.
bool MainWindow::mayLeaveCheck(const QString &question) {
    return !inspect_->isScanning() || chooses(this, tr("Cloopsmith"), question, tr("&Stop the check"), tr("Go on"));
}

void MainWindow::showOpened(OpenedImage opened) {
    if (!mayLeaveCheck(tr("%1 is being checked. Stop that and show %2?")
                           .arg(QFileInfo(inspect_->opened().path).fileName(), QFileInfo(opened.path).fileName())))
        return;
    const ImageReader &image = *opened.image;
    const QString name = QFileInfo(opened.path).fileName();
    // What can be opened by that name again. In a drive there may lie another disc by then, and drives have rows of their own.
    if (!opened.path.startsWith(QLatin1String("/dev/")) && (opened.places || QFileInfo::exists(opened.path) || next_part(encodedPath(opened.path))))
        recent_.add(opened.path, static_cast<qint64>(image.file_size()));
    const bool isCutShort = image.index().data_end() > image.file_size() || image.index().known_size() < image.block_count();
    if (const auto part = isCutShort ? short_part(encodedPath(opened.path)) : std::nullopt)
        messages_->say(tr("%1: the part %2 is shorter than the others. Fetch it again.").arg(name, QFileInfo(nameText(*part)).fileName()));
    else if (const auto next = isCutShort ? next_part(encodedPath(opened.path)) : std::nullopt; next && isLoneDocument(opened.path))
        messages_->offer(tr("%1 is one part of a set, and the sandbox has none of the others. Choose the folder that has them.").arg(name),
                         tr("Choose the folder…"), [this, name] {
                             const QString folder = askOpenFolder(this, tr("The folder with all parts"));
                             if (!folder.isEmpty()) takeImage(QDir(folder).filePath(name));
                         });
    else if (next)
        messages_->say(tr("%1: the part %2 seems to be missing. Put it beside the others.").arg(name, QFileInfo(nameText(*next)).fileName()));
    else if (isCutShort)
        messages_->say(tr("%1 ends before its last block does: it was cut short. Fetch the rest of it; what is there can be brought out.").arg(name));
    else if (opened.places && QFileInfo::exists(opened.path))
        messages_->offer(tr("%1 is a disc with an image on it, which is shown here: %2").arg(name, nameText(image.name())),
                         tr("Build an image of the disc instead"), [this, path = opened.path] { buildFrom(path); });
    forgetLastJob(inspect_->scanJob());
    inspect_->show(std::move(opened));
    noteCheck();
    goTo(inspect_);
    inspect_->focusView();
}

void MainWindow::closeImage() {
    if (!mayLeaveCheck(tr("%1 is being checked. Stop that and close it?").arg(QFileInfo(inspect_->opened().path).fileName()))) return;
    inspect_->close();
    goTo(start_);
}

void MainWindow::raiseUp(const QString &activationToken) {
    // Wayland desktops require an activation token: use that of the second start.
    if (!activationToken.isEmpty()) qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    // Files on their way out of this window are not for it.
    if (event->source()) return;
    // A key of the portal is good for one time, which is the drop.
    const QMimeData &dragged = *event->mimeData();
    if (!offersFiles(dragged) || (!dragged.hasFormat(fileTransferType()) && oneOf(takeFiles(dragged)).isEmpty())) {
        refuseDrop();
        return;
    }
    event->acceptProposedAction();
    setDropping(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *) { setDropping(false); }

void MainWindow::dropEvent(QDropEvent *event) {
    setDropping(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QString path = oneOf(takeFiles(*event->mimeData()));
    if (path.isEmpty()) refuseDrop();
    else take(path);
}

void MainWindow::refuseDrop() { messages_->say(tr("Drop one file or folder of this computer, or all parts of one image.")); }

void MainWindow::setDropping(bool isDropping) {
    start_->setDropping(isDropping);
    dropFrame_->setGeometry(centralWidget()->geometry());
    dropFrame_->setVisible(isDropping && pages_->currentWidget() != start_);
    dropFrame_->raise();
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (queue_.isBusy() &&
        !chooses(this, tr("Cloopsmith"),
                 tr("%n job(s) are not done. Stop and leave? Nothing half-made is kept.", nullptr, static_cast<int>(queue_.openCount())),
                 tr("Stop and leave"), tr("Stay"))) {
        event->ignore();
        return;
    }
    queue_.cancelAll();
    QSettings().setValue(geometryKey(), saveGeometry());
    event->accept();
}

} // namespace cloop::desktop
