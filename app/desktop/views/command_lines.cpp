// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/command_lines.h"

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
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setWordWrap(true);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setFrameShape(QFrame::StyledPanel);
    text_->setBackgroundRole(QPalette::Base);
    text_->setAutoFillBackground(true);
    text_->setMargin(hair);
    // A terminal reads from left to right.
    text_->setLayoutDirection(Qt::LeftToRight);
    auto *copy = new QPushButton(tr("&Copy"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text_->text()); });
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(rhythm);
    line->addWidget(text_, 1);
    line->addWidget(copy, 0, Qt::AlignTop);
    hide();
}

void CommandLines::setLines(const QStringList &lines) {
    text_->setText(lines.join(QLatin1Char('\n')));
    setHidden(lines.isEmpty());
}

} // namespace cloop::desktop
