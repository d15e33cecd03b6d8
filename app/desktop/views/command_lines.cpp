// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/command_lines.h"

#include "views/labels.h"
#include "views/looks.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace cloop::desktop {

CommandLines::CommandLines(QWidget *parent) : QWidget(parent), text_(new QLabel) {
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setFrameShape(QFrame::StyledPanel);
    text_->setBackgroundRole(QPalette::Base);
    text_->setAutoFillBackground(true);
    text_->setMargin(hair);
    // A terminal reads from left to right.
    text_->setLayoutDirection(Qt::LeftToRight);
    auto *copy = new QPushButton(tr("&Copy"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(lines_.join(QLatin1Char('\n'))); });
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(rhythm);
    line->addWidget(text_, 1);
    line->addWidget(copy, 0, Qt::AlignTop);
    hide();
}

void CommandLines::setLines(const QStringList &lines) {
    lines_ = lines;
    // An address is longer than the pane is wide. What breaks it must not get into a terminal, so only the button copies.
    text_->setText(breakable(lines.join(QLatin1Char('\n'))));
    setHidden(lines.isEmpty());
}

} // namespace cloop::desktop
