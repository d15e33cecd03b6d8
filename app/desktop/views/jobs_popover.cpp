// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs_popover.h"

#include "views/job_row.h"
#include "views/labels.h"
#include "views/log_dialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int popoverWidth = 420;
constexpr double mostOfWindow = 0.6;
constexpr int edge = 1;

} // namespace

JobsPopover::JobsPopover(JobQueue &queue, QAbstractButton *button, QWidget *window)
    : QWidget(window), queue_(queue), button_(button), rows_(new QVBoxLayout), scroll_(new QScrollArea) {
    setAccessibleName(tr("Jobs"));
    auto *nothing = textLabel();
    nothing->setText(tr("No job is running."));
    nothing->setContentsMargins(apart, apart, apart, apart);
    nothing_ = nothing;
    auto *inside = new QWidget;
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(0);
    auto *padded = new QVBoxLayout(inside);
    padded->setContentsMargins(0, hair, 0, hair);
    padded->setSpacing(0);
    padded->addWidget(nothing_);
    padded->addLayout(rows_);
    padded->addStretch();
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setWidget(inside);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *log = new QPushButton(tr("&Log…"));
    auto *clear = new QPushButton(tr("Remove &ended"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(apart, rhythm, apart, rhythm);
    foot->setSpacing(rhythm);
    foot->addWidget(log);
    foot->addStretch();
    foot->addWidget(clear);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(0);
    column->addWidget(scroll_, 1);
    column->addWidget(line);
    column->addLayout(foot);
    hide();

    const auto showNothing = [this, clear] {
        nothing_->setVisible(queue_.jobs().isEmpty());
        clear->setEnabled(queue_.openCount() < queue_.jobs().size());
    };
    showNothing();
    connect(button_, &QAbstractButton::toggled, this, &JobsPopover::setOpen);
    // Whoever opens it by hand goes on in it.
    connect(button_, &QAbstractButton::clicked, log, [log](bool isOpen) {
        if (isOpen) log->setFocus();
    });
    connect(log, &QPushButton::clicked, this, [this] { (new LogDialog(queue_, this->window()))->show(); });
    connect(clear, &QPushButton::clicked, &queue, &JobQueue::clearEnded);
    connect(&queue, &JobQueue::added, this, &JobsPopover::addRow);
    connect(&queue, &JobQueue::countChanged, this, showNothing);
}

void JobsPopover::setOpen(bool isOpen) {
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
void JobsPopover::place() {
    const QWidget *window = parentWidget();
    const int foot = button_->mapTo(window, QPoint()).y();
    const int width = std::min(popoverWidth, window->width() - 2 * rhythm);
    QWidget *inside = scroll_->widget();
    const int around = layout()->minimumSize().height() - scroll_->minimumSizeHint().height();
    const int wanted = inside->layout()->hasHeightForWidth() ? inside->layout()->totalHeightForWidth(width - 2 * edge) : inside->sizeHint().height();
    const int height = std::min(wanted + around, static_cast<int>(window->height() * mostOfWindow));
    const QRect all(0, 0, window->width(), foot);
    setGeometry(QStyle::visualRect(layoutDirection(), all, {all.width() - width - rhythm, foot - height - hair, width, height}));
}

/// Its edge is seen on whatever lies below, also in the dark.
void JobsPopover::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setPen(quietText(palette()));
    painter.setBrush(palette().base());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool JobsPopover::holds(const QWidget *widget) const { return widget && (widget == this || isAncestorOf(widget)); }

bool JobsPopover::eventFilter(QObject *watched, QEvent *event) {
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

void JobsPopover::addRow(Job *job) {
    auto *row = new JobRow(job);
    connect(row, &JobRow::openWanted, this, [this](const QString &path) {
        button_->setChecked(false);
        emit openWanted(path);
    });
    rows_->insertWidget(0, row);
}

} // namespace cloop::desktop
