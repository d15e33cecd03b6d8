// SPDX-License-Identifier: GPL-3.0-or-later
// Answers question boxes of the window.

#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace cloop::test {

/// Answers those that appear during its lifetime, and counts them.
class BoxAnswer final : public QObject {
public:
    /// `after`: ms between looks, so long at least that a box stays open for others to look at.
    explicit BoxAnswer(QMessageBox::ButtonRole role, int after = 50) {
        connect(&timer_, &QTimer::timeout, this, [this, role] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box) return;
            for (QAbstractButton *button : box->buttons())
                if (box->buttonRole(button) == role) {
                    ++count;
                    button->click();
                    return;
                }
        });
        timer_.start(after);
    }
    int count = 0;

private:
    QTimer timer_;
};

} // namespace cloop::test
