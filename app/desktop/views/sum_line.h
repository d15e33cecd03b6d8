// SPDX-License-Identifier: GPL-3.0-or-later
// A complete SHA-256 with a copy button.

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace cloop::desktop {

class SumLine final : public QWidget {
    Q_OBJECT

public:
    explicit SumLine(QWidget *parent = nullptr);

    /// `what`: which sum it is. Hidden if `sum` is empty.
    void setSum(const QString &what, const QString &sum);

private:
    QLabel *what_;
    QLineEdit *sum_;
};

} // namespace cloop::desktop
