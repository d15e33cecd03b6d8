#include "main_window.h"

#include "build_page.h"
#include "inspect_page.h"
#include "map_view.h"
#include "sentences.h"
#include "start_page.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int rhythm = 8;
constexpr qsizetype mostRecent = 8;

QString recentKey() { return QStringLiteral("recent"); }
QString geometryKey() { return QStringLiteral("window"); }

/// The one thing of a drag that can be taken: a local file or folder.
QString droppedPath(const QMimeData *data) {
    if (!data->hasUrls() || data->urls().size() != 1) return {};
    return data->urls().first().toLocalFile();
}

} // namespace

MainWindow::MainWindow()
    : messageBar_(new QWidget), messageText_(new QLabel), pages_(new QStackedWidget), start_(new StartPage), inspect_(new InspectPage), build_(new BuildPage) {
    setAcceptDrops(true);
    makeActions();
    messageText_->setWordWrap(true);
    messageText_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *dismiss = new QPushButton(tr("Dismiss"));
    auto *line = new QHBoxLayout(messageBar_);
    line->setContentsMargins(2 * rhythm, rhythm, 2 * rhythm, rhythm);
    line->addWidget(messageText_, 1);
    line->addWidget(dismiss);
    messageBar_->setAutoFillBackground(true);
    messageBar_->setBackgroundRole(QPalette::ToolTipBase);
    messageText_->setForegroundRole(QPalette::ToolTipText);
    messageBar_->hide();
    connect(dismiss, &QPushButton::clicked, messageBar_, &QWidget::hide);

    for (QWidget *page : {static_cast<QWidget *>(start_), static_cast<QWidget *>(inspect_), static_cast<QWidget *>(build_)}) pages_->addWidget(page);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(messageBar_);
    column->addWidget(pages_, 1);
    setCentralWidget(middle);

    connect(start_, &StartPage::openWanted, this, &MainWindow::openDialog);
    connect(start_, &StartPage::buildWanted, this, &MainWindow::buildDialog);
    connect(start_, &StartPage::recentWanted, this, &MainWindow::take);
    connect(build_, &BuildPage::openWanted, this, &MainWindow::take);
    connect(build_, &BuildPage::failed, this, &MainWindow::say);

    QSettings settings;
    start_->setRecent(settings.value(recentKey()).toStringList());
    resize(1100, 700);
    restoreGeometry(settings.value(geometryKey()).toByteArray());
    goTo(start_);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeActions() {
    QToolBar *bar = addToolBar(tr("Main"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    setContextMenuPolicy(Qt::NoContextMenu);
    const auto add = [&](const QString &text, const QKeySequence &key, auto slot) {
        QAction *action = bar->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add(tr("&Start"), QKeySequence(Qt::ALT | Qt::Key_Home), [this] { goTo(start_); });
    add(tr("&Build…"), QKeySequence::New, [this] { buildDialog(); });
    add(tr("&Open…"), QKeySequence::Open, [this] { openDialog(); });
    bar->addSeparator();
    // Where there is no map these are disabled.
    const auto map = [this] { return static_cast<MapPage *>(pages_->currentWidget())->map(); };
    mapActions_ << add(tr("Zoom in"), QKeySequence::ZoomIn, [map] { map()->zoom(1); });
    mapActions_ << add(tr("Zoom out"), QKeySequence::ZoomOut, [map] { map()->zoom(-1); });
    mapActions_ << add(tr("Whole image"), QKeySequence(Qt::CTRL | Qt::Key_0), [map] { map()->fitAll(); });
    bar->addSeparator();
    mapActions_ << add(tr("Next damage"), QKeySequence(Qt::Key_F8), [map] { map()->chooseNextBad(); });
    mapActions_ << add(tr("Previous damage"), QKeySequence(Qt::SHIFT | Qt::Key_F8), [map] { map()->choosePreviousBad(); });
}

void MainWindow::goTo(QWidget *page) {
    pages_->setCurrentWidget(page);
    for (QAction *action : mapActions_) action->setEnabled(page != start_);
    const QString file = page == inspect_ && inspect_->opened().image ? inspect_->opened().path : page == build_ ? build_->output() : QString();
    setWindowTitle(file.isEmpty() ? tr("Cloopsmith") : tr("%1 – Cloopsmith").arg(QFileInfo(file).fileName()));
    setWindowFilePath(file);
}

void MainWindow::openDialog() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open an image"), {}, tr("Images and discs (*.cloop *.iso *.000 *.a0 KNOPPIX*);;All files (*)"));
    if (!path.isEmpty()) take(path);
}

void MainWindow::buildDialog() {
    const QString path = QFileDialog::getExistingDirectory(this, tr("Build an image of this folder"));
    if (path.isEmpty()) return;
    build_->setSource(path);
    goTo(build_);
}

void MainWindow::take(const QString &path) {
    messageBar_->hide();
    if (open_.isRunning()) {
        pending_ = path;
        open_.cancel();
        return;
    }
    open_.start([path](const std::stop_token &stop, const ProgressSink &) { return OpenedImage::open(path, stop); },
                [this, path](Result<OpenedImage> opened) {
                    if (!pending_.isEmpty()) {
                        take(std::exchange(pending_, {}));
                        return;
                    }
                    const bool isSource = !opened && (opened.error().code == ErrorCode::is_a_directory || opened.error().code == ErrorCode::not_cloop);
                    if (opened) {
                        showOpened(std::move(*opened));
                    } else if (!isSource) {
                        say(sentenceOf(opened.error()));
                    } else if (build_->isBuilding()) {
                        say(tr("%1: an image is being built. Wait for it, or stop it first.").arg(QFileInfo(path).fileName()));
                    } else {
                        build_->setSource(path);
                        goTo(build_);
                    }
                    emit taken();
                });
}

void MainWindow::showOpened(OpenedImage opened) {
    remember(opened.path);
    inspect_->show(std::move(opened));
    goTo(inspect_);
    inspect_->map()->setFocus();
}

void MainWindow::say(const QString &sentence) {
    messageText_->setText(sentence);
    messageBar_->show();
}

QString MainWindow::message() const { return messageBar_->isHidden() ? QString() : messageText_->text(); }

void MainWindow::remember(const QString &path) {
    QSettings settings;
    QStringList recent = settings.value(recentKey()).toStringList();
    const QString whole = QFileInfo(path).absoluteFilePath();
    recent.removeAll(whole);
    recent.prepend(whole);
    recent = recent.first(std::min(recent.size(), mostRecent));
    settings.setValue(recentKey(), recent);
    start_->setRecent(recent);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (droppedPath(event->mimeData()).isEmpty()) {
        say(tr("Only one file or folder of this computer can be dropped here."));
        return;
    }
    messageBar_->hide();
    event->acceptProposedAction();
    start_->setDropping(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *) { start_->setDropping(false); }

void MainWindow::dropEvent(QDropEvent *event) {
    start_->setDropping(false);
    event->acceptProposedAction();
    take(droppedPath(event->mimeData()));
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (build_->isBuilding() &&
        QMessageBox::question(this, tr("Cloopsmith"), tr("An image is being built. Stop it and leave? Nothing of it is kept.")) != QMessageBox::Yes) {
        event->ignore();
        return;
    }
    QSettings().setValue(geometryKey(), saveGeometry());
    event->accept();
}

} // namespace cloop::desktop
