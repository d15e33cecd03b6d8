// SPDX-License-Identifier: GPL-3.0-or-later
// A list over the foot of the window, opened by a button below it.

#pragma once

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace cloop::desktop {

/// Closes with Esc, and by a click elsewhere in the window.
class Popover : public QWidget {
    Q_OBJECT

public:
    /// `button`: opens it while it is down; the popover stands above it. Its window holds the popover, which is shown before it.
    Popover(QAbstractButton *button, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    QAbstractButton *button() const { return button_; }
    QVBoxLayout *rows() const { return rows_; }
    QHBoxLayout *foot() const { return foot_; }
    /// What is shown where there are no rows.
    QLabel *nothing() const { return nothing_; }

private:
    void setOpen(bool isOpen);
    void place();
    bool holds(const QWidget *widget) const;

    QAbstractButton *button_;
    QLabel *nothing_;
    QVBoxLayout *rows_;
    QHBoxLayout *foot_;
    QScrollArea *scroll_ = nullptr;
};

} // namespace cloop::desktop
