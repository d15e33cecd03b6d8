// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/popover.h"

#include "views/labels.h"
#include "views/looks.h"
#include "views/scrolling.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int popoverWidth = 420;
constexpr double mostOfWindow = 0.6;
constexpr int edge = 1;

} // namespace

Popover::Popover(QAbstractButton *button, QWidget *window)
    : QWidget(window), button_(button), nothing_(textLabel()), rows_(new QVBoxLayout), foot_(new QHBoxLayout) {
    // What lies below is not painted for it.
    setAttribute(Qt::WA_OpaquePaintEvent);
    nothing_->setContentsMargins(apart, apart, apart, apart);
    auto *inside = new QWidget;
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(0);
    auto *padded = new QVBoxLayout(inside);
    padded->setContentsMargins(0, hair, 0, hair);
    padded->setSpacing(0);
    padded->addWidget(nothing_);
    padded->addLayout(rows_);
    padded->addStretch();
    scroll_ = scrolling(inside);
    scroll_->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    foot_->setContentsMargins(apart, rhythm, apart, rhythm);
    foot_->setSpacing(rhythm);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(0);
    column->addWidget(scroll_, 1);
    column->addWidget(line);
    column->addLayout(foot_);
    hide();
    connect(button_, &QAbstractButton::toggled, this, &Popover::setOpen);
}

void Popover::setOpen(bool isOpen) {
    const bool hadFocus = holds(QApplication::focusWidget());
    if (isOpen) {
        qApp->installEventFilter(this);
        place();
        raise();
    } else {
        qApp->removeEventFilter(this);
    }
    setVisible(isOpen);
    if (!isOpen && hadFocus) button_->setFocus();
}

/// Above its button, at the edge of the window where a line ends.
void Popover::place() {
    const QWidget *window = parentWidget();
    const int foot = button_->mapTo(window, QPoint()).y();
    const int width = std::min(popoverWidth, window->width() - 2 * rhythm);
    QWidget *inside = scroll_->widget();
    const int around = layout()->minimumSize().height() - scroll_->minimumSizeHint().height();
    // As beside a scroll bar: where that is once, the area takes it away only if all fits beside it.
    const int narrow = width - 2 * edge - scroll_->verticalScrollBar()->sizeHint().width();
    const int wanted = inside->layout()->hasHeightForWidth() ? inside->layout()->totalHeightForWidth(narrow) : inside->sizeHint().height();
    const int height = std::min(wanted + around, static_cast<int>(window->height() * mostOfWindow));
    const QRect all(0, 0, window->width(), foot);
    setGeometry(QStyle::visualRect(layoutDirection(), all, {all.width() - width - rhythm, foot - height - hair, width, height}));
}

/// Its edge is seen on whatever lies below, also in the dark.
void Popover::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setPen(quietText(palette()));
    painter.setBrush(palette().base());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool Popover::holds(const QWidget *widget) const { return widget && (widget == this || isAncestorOf(widget)); }

bool Popover::eventFilter(QObject *watched, QEvent *event) {
    // The rows change their height as they tell more.
    if ((event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) && (watched == parentWidget() || watched == scroll_->widget()))
        place();
    const auto *widget = qobject_cast<QWidget *>(watched);
    // Its own menus and questions are windows of their own.
    if (!widget || widget->window() != window()) return false;
    const bool isElsewhere = event->type() == QEvent::MouseButtonPress && !holds(widget) && widget != button_;
    const bool isEscape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (isElsewhere || isEscape) button_->setChecked(false);
    return isEscape;
}

} // namespace cloop::desktop
