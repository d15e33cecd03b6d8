// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start_page.h"

#include "text/sentences.h"
#include "views/labels.h"
#include "views/row_button.h"
#include "views/scrolling.h"

#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int columnWidth = 520;
constexpr int narrowColumn = 400;
constexpr int dropIconSide = 40;

using Piece = RowButton::Piece;

/// An ampersand in a name is no mnemonic.
QString plainText(QString name) { return name.replace(QLatin1Char('&'), QLatin1String("&&")); }

/// The area says by its frame what it is for.
class DropArea final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(StartPage)

public:
    DropArea() {
        auto *title = new QLabel(tr("Drop a folder, ISO or image here"));
        title->setFont(titleFont());
        auto *detail = new QLabel(tr("A folder or an ISO becomes an image. An image is opened."));
        makeQuiet(detail);
        for (QLabel *label : {title, detail}) {
            label->setTextFormat(Qt::PlainText);
            label->setAlignment(Qt::AlignCenter);
            label->setWordWrap(true);
        }
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(apart, far, apart, far);
        column->setSpacing(rhythm);
        column->addStretch(1);
        column->addSpacing(dropIconSide + apart);
        column->addWidget(title);
        column->addWidget(detail);
        column->addStretch(1);
        title_ = title;
    }
    void setDropping(bool isDropping) {
        isDropping_ = isDropping;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor blue = accent(QApplication::palette());
        QColor wash = blue;
        wash.setAlpha(isDropping_ ? 36 : 14);
        const qreal line = isDropping_ ? 3 : 1.5;
        painter.setPen(QPen(blue, line, isDropping_ ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(wash);
        painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), rhythm, rhythm);
        icon("drop").paint(&painter, (width() - dropIconSide) / 2, title_->y() - apart - dropIconSide, dropIconSide, dropIconSide);
    }

private:
    QLabel *title_;
    bool isDropping_ = false;
};

} // namespace

/// A file opened before, and the button that takes it out of the list.
class RecentRow final : public QWidget {
    Q_OBJECT

public:
    explicit RecentRow(const RecentFile &file) : file_(file), open_(nullptr) {
        const QFileInfo info(file.path);
        open_ = new RowButton("image", plainText(info.fileName()), false);
        open_->setToolTip(file.path);
        auto *forget = new QToolButton;
        forget->setIcon(icon("close"));
        forget->setAutoRaise(true);
        forget->setAccessibleName(tr("Remove %1 from the list").arg(info.fileName()));
        forget->setToolTip(tr("Remove from the list"));
        auto *mount = new QToolButton;
        mount->setIcon(icon("mount"));
        mount->setAutoRaise(true);
        mount->setAccessibleName(tr("Mount %1").arg(info.fileName()));
        mount->setToolTip(tr("Mount: show what is inside as a folder, read-only"));
        auto *line = new QHBoxLayout(this);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(hair);
        line->addWidget(open_, 1);
        line->addWidget(mount);
        line->addWidget(forget);
        mount_ = mount;
        forget_ = forget;
        connect(mount, &QToolButton::clicked, this, &RecentRow::mountWanted);
        connect(open_, &RowButton::clicked, this, &RecentRow::wanted);
        connect(forget, &QToolButton::clicked, this, &RecentRow::unwanted);
        setChange(RecentFile::Change::same);
    }

    const QString &path() const { return file_.path; }
    RowButton *button() const { return open_; }
    QToolButton *mountButton() const { return mount_; }
    QToolButton *forgetButton() const { return forget_; }

    void setChange(RecentFile::Change change) {
        QList<Piece> pieces{{pathText(QFileInfo(file_.path).absolutePath())}, {sizeText(static_cast<std::uint64_t>(file_.imageSize))}};
        pieces << state(change);
        open_->setDetails(pieces);
        open_->setFaded(change == RecentFile::Change::gone);
        mount_->setEnabled(change != RecentFile::Change::gone);
    }

signals:
    void wanted();
    void mountWanted();
    void unwanted();

protected:
    void keyPressEvent(QKeyEvent *event) override {
        if (event->key() == Qt::Key_Delete) emit unwanted();
        else QWidget::keyPressEvent(event);
    }

private:
    Piece state(RecentFile::Change change) const;

    RecentFile file_;
    RowButton *open_;
    QToolButton *mount_ = nullptr;
    QToolButton *forget_ = nullptr;
};

Piece RecentRow::state(RecentFile::Change change) const {
    if (change == RecentFile::Change::gone) return {tr("no longer there"), Tone::bad};
    if (change == RecentFile::Change::changed) return {tr("changed since")};
    switch (file_.known) {
    case RecentFile::Known::whole: return {tr("checked: whole"), Tone::good};
    case RecentFile::Known::unverifiable: return {tr("checked: no damage found")};
    case RecentFile::Known::damaged:
        if (file_.damagedBlocks + file_.unreadableBlocks == 0) return {tr("damaged"), Tone::bad};
        return {lostText(static_cast<std::uint64_t>(file_.damagedBlocks), static_cast<std::uint64_t>(file_.unreadableBlocks)), Tone::bad};
    case RecentFile::Known::part: return {tr("checked in part")};
    case RecentFile::Known::unchecked: break;
    }
    return {tr("not checked")};
}

StartPage::StartPage(QWidget *parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);

    beginning_ = makeBeginning();
    recent_ = makeRecent();
    auto *content = new QWidget;
    columns_ = new QBoxLayout(QBoxLayout::TopToBottom);
    columns_->setSpacing(far);
    columns_->addWidget(beginning_, 1);
    columns_->addWidget(recent_, 1);
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addLayout(columns_, 1000);
    line->addStretch(1);
    auto *whole = new QVBoxLayout(content);
    whole->setContentsMargins(apart, apart, apart, apart);
    whole->addStretch(2);
    whole->addLayout(line);
    whole->addStretch(3);
    setWidget(content);
    // The page is of one colour with the window.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    keepFocusInSight(*this);
    connect(&looks_, &RecentLooks::seen, this, [this](const QString &path, RecentFile::Change change) {
        changes_[path] = change;
        for (RecentRow *row : files_)
            if (row->path() == path) row->setChange(change);
    });
    setRecent({});
    setDrives({});
}

QWidget *StartPage::makeBeginning() {
    drop_ = new DropArea;
    auto *fromFolder = new RowButton("folder", tr("&Build from a folder…"), true);
    fromFolder->setDetails({{tr("All its files become one compressed image.")}});
    auto *fromFile = new RowButton("file", tr("Build from an I&SO, archive or file…"), true);
    fromFile->setDetails({{tr("Compresses an ISO, what is packed in a tar, zip or 7z, or any file.")}});
    auto *open = new RowButton("image", tr("&Open an image…"), true);
    open->setDetails({{tr("Shows its blocks and its files, and checks it for damage.")}});
    actions_ = {fromFolder, fromFile, open};
    connect(fromFolder, &RowButton::clicked, this, [this] { emit buildWanted(true); });
    connect(fromFile, &RowButton::clicked, this, [this] { emit buildWanted(false); });
    connect(open, &RowButton::clicked, this, &StartPage::openWanted);

    auto *beginning = new QWidget;
    beginning->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(beginning);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    column->addWidget(drop_);
    column->addSpacing(rhythm);
    for (RowButton *action : actions_) column->addWidget(action);
    driveRows_ = new QVBoxLayout;
    driveRows_->setSpacing(rhythm);
    column->addLayout(driveRows_);
    column->addStretch(1);
    return beginning;
}

QWidget *StartPage::makeRecent() {
    auto *recent = new QWidget;
    recent->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(recent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    column->addWidget(headline(tr("Opened before")));
    recentRows_ = new QVBoxLayout;
    recentRows_->setSpacing(hair);
    column->addLayout(recentRows_);
    column->addStretch(1);
    return recent;
}

void StartPage::setRecent(const QList<RecentFile> &files) {
    // Who removes one with the keyboard goes on with the next.
    const auto focused = std::ranges::find_if(files_, [](const RecentRow *row) { return row->isAncestorOf(QApplication::focusWidget()); });
    const qsizetype place = focused == files_.end() ? -1 : focused - files_.begin();
    for (RecentRow *row : files_) {
        // One of them may be telling that it is unwanted.
        recentRows_->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    files_.clear();
    for (const RecentFile &file : files) {
        auto *row = new RecentRow(file);
        if (const auto seen = changes_.constFind(file.path); seen != changes_.constEnd()) row->setChange(*seen);
        connect(row, &RecentRow::wanted, this, [this, path = file.path] { emit recentWanted(path); });
        connect(row, &RecentRow::mountWanted, this, [this, path = file.path] { emit mountWanted(path); });
        connect(row, &RecentRow::unwanted, this, [this, path = file.path] { emit forgetWanted(path); });
        recentRows_->addWidget(row);
        row->show();  // not when the layout comes to it: one of them may take the focus
        files_ << row;
    }
    recent_->setVisible(!files.isEmpty());
    arrange();
    orderTabs();
    if (place >= 0) (files_.isEmpty() ? actions_.last() : files_[std::min(place, files_.size() - 1)]->button())->setFocus(Qt::OtherFocusReason);
    looks_.look(files);
}

void StartPage::setDrives(const QList<DiscDrive> &drives) {
    qDeleteAll(std::exchange(drives_, {}));
    for (const DiscDrive &drive : drives) {
        const QString label = plainText(drive.label);
        auto *row = new RowButton("disc", label.isEmpty() ? tr("Disc in the drive") : tr("Disc in the drive: %1").arg(label), true);
        QList<Piece> pieces{{pathText(drive.device)}};
        if (drive.size > 0) pieces << Piece{sizeText(drive.size)};
        row->setDetails(pieces);
        connect(row, &RowButton::clicked, this, [this, device = drive.device] { emit driveWanted(device); }, Qt::QueuedConnection);
        driveRows_->addWidget(row);
        drives_ << row;
    }
    orderTabs();
}

void StartPage::setDropping(bool isDropping) { static_cast<DropArea *>(drop_)->setDropping(isDropping); }

/// Side by side where there is room for two columns.
void StartPage::arrange() {
    const bool isWide = recent_->isVisibleTo(widget()) && viewport()->width() >= 2 * narrowColumn + far + 2 * apart;
    columns_->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void StartPage::orderTabs() {
    QList<QWidget *> order;
    for (RowButton *row : actions_ + drives_) order << row;
    for (const RecentRow *row : files_) order << row->button() << row->mountButton() << row->forgetButton();
    for (qsizetype i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
}

void StartPage::stepFocus(bool isForward) {
    QList<RowButton *> rows = actions_ + drives_;
    qsizetype place = -1;
    for (const RecentRow *row : files_) {
        if (row->isAncestorOf(QApplication::focusWidget())) place = rows.size();
        rows << row->button();
    }
    if (place < 0) place = rows.indexOf(qobject_cast<RowButton *>(QApplication::focusWidget()));
    const qsizetype next = std::clamp<qsizetype>(place + (isForward ? 1 : -1), 0, rows.size() - 1);
    rows[next]->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(rows[next], 0, apart);
}

void StartPage::resizeEvent(QResizeEvent *event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void StartPage::showEvent(QShowEvent *event) {
    QScrollArea::showEvent(event);
    emit seenChanged(true);
}

void StartPage::hideEvent(QHideEvent *event) {
    QScrollArea::hideEvent(event);
    emit seenChanged(false);
}

void StartPage::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) stepFocus(event->key() == Qt::Key_Down);
    else QScrollArea::keyPressEvent(event);
}

} // namespace cloop::desktop

#include "start_page.moc"
