// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sum_line.h"

#include "views/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

SumLine::SumLine(QWidget *parent) : QWidget(parent), what_(new QLabel), sum_(new QLineEdit) {
    sum_->setReadOnly(true);
    what_->setBuddy(sum_);
    auto *copy = new QPushButton(tr("Copy"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(sum_->text()); });
    auto *line = new QHBoxLayout;
    line->setSpacing(rhythm);
    line->addWidget(sum_, 1);
    line->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm / 2);
    column->addWidget(what_);
    column->addLayout(line);
    hide();
}

void SumLine::setSum(const QString &what, const QString &sum) {
    what_->setText(what);
    sum_->setText(sum);
    sum_->setCursorPosition(0);
    sum_->setAccessibleName(what);
    setVisible(!sum.isEmpty());
}

} // namespace cloop::desktop
