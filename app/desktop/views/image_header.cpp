// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/image_header.h"

#include "text/sentences.h"
#include "views/back_button.h"
#include "views/elided_label.h"
#include "views/icon_label.h"
#include "views/state_chip.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>

namespace cloop::desktop {

namespace {

constexpr int largeIcon = 40;

/// As wide for all that the button ever says, so that what stands beside it stays where it is.
void setWords(QToolButton &button, const QStringList &all, qsizetype now) {
    button.setMinimumWidth(0);
    int widest = 0;
    for (const QString &words : all) {
        button.setText(words);
        widest = std::max(widest, button.sizeHint().width());
    }
    button.setMinimumWidth(widest);
    button.setText(all[now]);
}

/// "155.6 MiB in 87.9 MiB · ISO 9660 DOCDISC · 6,375 files"
QString factsOf(const OpenedImage &opened) {
    QStringList facts{ImageHeader::tr("%1 in %2", "size of the content, size of the image")
                          .arg(sizeText(opened.image->size()), sizeText(opened.image->file_size()))};
    if (opened.filesystem) {
        facts << (nameText(opened.filesystem->kind()) + QLatin1Char(' ') + nameText(opened.filesystem->label())).trimmed();
        const auto files = std::ranges::count(opened.filesystem->nodes(), NodeKind::file, &Node::kind);
        facts << ImageHeader::tr("%Ln file(s)", nullptr, static_cast<int>(files));
    }
    return facts.join(QStringLiteral(" · "));
}

} // namespace

ImageHeader::ImageHeader(QWidget *parent)
    : QWidget(parent), icon_(new IconLabel(largeIcon)), name_(new ElidedLabel), path_(new ElidedLabel), facts_(new ElidedLabel), chip_(new StateChip),
      extract_(button("extract", {})), check_(button("check", {})),
      mount_(button("mount", {})), unmount_(button("eject", tr("&Unmount"))), export_(button("export", tr("E&xport ISO…"))),
      more_(new QToolButton) {
    auto *back = new BackButton;
    icon_->setIcon("image");
    name_->setFont(titleFont());
    path_->setFont(smallFont());
    makeQuiet(path_);
    makeQuiet(facts_);
    extract_->setPopupMode(QToolButton::MenuButtonPopup);
    auto *kinds = new QMenu(extract_);
    connect(kinds->addAction(icon("folder"), tr("To a &folder…")), &QAction::triggered, this, &ImageHeader::extractWanted);
    connect(kinds->addAction(icon("build"), tr("To an &archive…")), &QAction::triggered, this, &ImageHeader::extractToArchiveWanted);
    extract_->setMenu(kinds);
    more_->setIcon(icon("more"));
    more_->setToolTip(tr("More actions"));
    more_->setAccessibleName(more_->toolTip());
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setIconSize({20, 20});
    more_->setMenu(new QMenu(more_));

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(name_);
    names->addWidget(path_);
    auto *first = new QHBoxLayout;
    first->setSpacing(rhythm);
    first->addWidget(back);
    first->addWidget(icon_);
    first->addLayout(names, 1);
    first->addSpacing(apart);
    first->addWidget(chip_);
    auto *second = new QHBoxLayout;
    second->setSpacing(rhythm);
    for (QToolButton *one : {extract_, check_, mount_, unmount_, export_, more_}) second->addWidget(one);
    second->addStretch(1);
    second->addWidget(facts_);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(apart, rhythm, apart, rhythm);
    whole->setSpacing(rhythm);
    whole->addLayout(first);
    whole->addLayout(second);

    connect(back, &QToolButton::clicked, this, &ImageHeader::backWanted);
    connect(extract_, &QToolButton::clicked, this, &ImageHeader::extractWanted);
    connect(check_, &QToolButton::clicked, this, [this] { isChecking_ ? emit stopWanted() : emit checkWanted(); });
    connect(mount_, &QToolButton::clicked, this, &ImageHeader::mountWanted);
    connect(unmount_, &QToolButton::clicked, this, &ImageHeader::unmountWanted);
    connect(export_, &QToolButton::clicked, this, &ImageHeader::exportWanted);
    setExtract(FilesView::Scope::all, false);
    setChecking(false, false);
    setMounted(MountState::none);
}

QToolButton *ImageHeader::button(const char *iconName, const QString &words) {
    auto *one = new QToolButton;
    one->setIcon(icon(iconName));
    one->setIconSize({20, 20});
    one->setText(words);
    one->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    one->setFocusPolicy(Qt::StrongFocus);
    return one;
}

void ImageHeader::showImage(const OpenedImage &opened) {
    const QFileInfo info(opened.path);
    name_->setText(pathText(info.fileName()));
    path_->setText(pathText(opened.path));
    facts_->setText(factsOf(opened));
}

void ImageHeader::setExtract(FilesView::Scope scope, bool isPossible) {
    setWords(*extract_, {tr("&Extract chosen…"), tr("&Extract found…"), tr("&Extract all…")}, static_cast<qsizetype>(scope));
    extract_->setEnabled(isPossible);
}

void ImageHeader::setChecking(bool isChecking, bool canGoOn) {
    isChecking_ = isChecking;
    check_->setIcon(icon(isChecking ? "stop" : "check"));
    setWords(*check_, {tr("&Check"), tr("Go on &checking"), tr("Sto&p")}, isChecking ? 2 : canGoOn ? 1 : 0);
    check_->setToolTip(isChecking ? QString() : tr("Read every block, and name the files that damage costs"));
}

void ImageHeader::setMounted(MountState state) {
    const bool isMounted = state == MountState::mounted;
    mount_->setIcon(icon(isMounted ? "folder" : "mount"));
    mount_->setText(isMounted ? tr("Open &the folder") : state == MountState::busy ? tr("One moment…") : tr("Moun&t"));
    mount_->setToolTip(isMounted ? QString() : tr("Show what is inside as a folder of this computer, read-only"));
    mount_->setEnabled(state != MountState::busy);
    unmount_->setVisible(isMounted);
}

void ImageHeader::setMore(const QList<QAction *> &actions) {
    more_->menu()->clear();
    more_->menu()->addActions(actions);
}

} // namespace cloop::desktop
