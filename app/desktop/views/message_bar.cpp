// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/message_bar.h"

#include "views/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace cloop::desktop {

MessageBar::MessageBar(QWidget *parent) : QWidget(parent), text_(textLabel()), action_(new QPushButton) {
    text_->setTextFormat(Qt::PlainText);
    text_->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    text_->setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    auto *dismiss = new QPushButton(tr("Dismiss"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(2 * rhythm, rhythm, 2 * rhythm, rhythm);
    line->setSpacing(rhythm);
    line->addWidget(text_, 1);
    line->addWidget(action_);
    line->addWidget(dismiss);
    connect(action_, &QPushButton::clicked, this, [this] {
        hide();
        // Move it out first, because it may show another message here.
        const auto run = std::move(run_);
        run();
    });
    connect(dismiss, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::say(const QString &sentence) { offer(sentence, {}, {}); }

void MessageBar::offer(const QString &sentence, const QString &action, std::function<void()> run) {
    text_->setText(sentence);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    run_ = std::move(run);
    show();
}

QString MessageBar::said() const { return isHidden() ? QString() : text_->text(); }

} // namespace cloop::desktop
