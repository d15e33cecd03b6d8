// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be said in the window itself, above its pages: never a box in the way.

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace cloop::desktop {

class MessageBar final : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Stays until the next one, or until it is dismissed.
    void say(const QString &sentence);

    /// With something that can be done about it.
    void offer(const QString &sentence, const QString &action, std::function<void()> run);

    QString said() const;

private:
    QLabel *text_;
    QPushButton *action_;
    std::function<void()> run_;
};

} // namespace cloop::desktop
