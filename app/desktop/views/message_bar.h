// SPDX-License-Identifier: GPL-3.0-or-later
// A message bar above the pages, instead of message boxes.

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

    /// Shows a message until the next one or until dismissed.
    void say(const QString &sentence);

    /// Shows a message with an action button.
    void offer(const QString &sentence, const QString &action, std::function<void()> run);

    QString said() const;

private:
    QLabel *text_;
    QPushButton *action_;
    std::function<void()> run_;
};

} // namespace cloop::desktop
