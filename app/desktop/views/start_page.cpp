// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start_page.h"

#include "text/sentences.h"
#include "views/labels.h"

#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int columnWidth = 480;

/// A framed area that invites dropping files.
class DropArea final : public QLabel {
public:
    using QLabel::QLabel;
    void setDropping(bool isDropping) {
        isDropping_ = isDropping;
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = palette().color(isDropping_ ? QPalette::Highlight : QPalette::Mid);
        QColor wash = accent;
        wash.setAlpha(isDropping_ ? 40 : 0);
        painter.setPen(QPen(accent, isDropping_ ? 2.5 : 1.5, isDropping_ ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(wash);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), rhythm, rhythm);
        QLabel::paintEvent(event);
    }

private:
    bool isDropping_ = false;
};

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent), drop_(new DropArea), recentTitle_(headline(tr("Opened before"))), recent_(new QListWidget) {
    drop_->setText(tr("<p style='font-size:large'><b>Drop something here</b></p>"
                      "<p>A folder, an ISO or an archive becomes an image.<br>A cloop image or a disc with one is opened.</p>"));
    drop_->setAlignment(Qt::AlignCenter);
    drop_->setMinimumHeight(180);
    auto *build = new QPushButton(tr("&Build an image…"));
    auto *open = new QPushButton(tr("&Open an image…"));
    for (auto *button : {build, open}) button->setMinimumHeight(4 * rhythm);
    recent_->setFrameShape(QFrame::NoFrame);
    recent_->viewport()->setAutoFillBackground(false);
    recent_->setAccessibleName(tr("Images opened before"));
    recent_->setTextElideMode(Qt::ElideMiddle);
    recentTitle_->setBuddy(recent_);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(rhythm);
    buttons->addWidget(build, 1);
    buttons->addWidget(open, 1);
    auto *middle = new QWidget;
    middle->setMaximumWidth(columnWidth);
    middle->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *column = new QVBoxLayout(middle);
    column->setSpacing(2 * rhythm);
    column->addStretch(1);
    column->addWidget(drop_, 2);
    column->addLayout(buttons);
    column->addWidget(recentTitle_);
    column->addWidget(recent_, 2);
    column->addStretch(1);
    auto *whole = new QHBoxLayout(this);
    whole->addStretch(1);
    whole->addWidget(middle, 100);
    whole->addStretch(1);

    connect(build, &QPushButton::clicked, this, &StartPage::buildWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(recent_, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit recentWanted(item->data(Qt::UserRole).toString()); });
    setRecent({});
}

void StartPage::setRecent(const QList<RecentFile> &files) {
    recent_->clear();
    for (const RecentFile &file : files) {
        const QFileInfo info(file.path);
        const RecentFile::Change change = file.change();
        const QString where = change == RecentFile::Change::gone      ? tr("no longer there")
                              : change == RecentFile::Change::changed ? tr("%1, changed since").arg(pathText(info.absolutePath()))
                                                                      : pathText(info.absolutePath());
        auto *item = new QListWidgetItem(tr("%1  —  %2", "a file and where it is").arg(pathText(info.fileName()), where), recent_);
        item->setData(Qt::UserRole, file.path);
        item->setToolTip(file.path);
        if (change == RecentFile::Change::gone) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    recentTitle_->setVisible(!files.isEmpty());
    recent_->setVisible(!files.isEmpty());
}

void StartPage::setDropping(bool isDropping) { static_cast<DropArea *>(drop_)->setDropping(isDropping); }

} // namespace cloop::desktop
