// SPDX-License-Identifier: GPL-3.0-or-later
// A row that does something: an icon, a word, and a quiet line below.

#pragma once

#include "views/looks.h"

#include <QAbstractButton>
#include <QList>

namespace cloop::desktop {

/// As wide as there is room. The text may have a mnemonic; Space and Enter press it; Up and Down are left to what it lies in.
class RowButton final : public QAbstractButton {
    Q_OBJECT

public:
    struct Piece {
        QString text;
        Tone tone = Tone::neutral;
    };

    /// `icon`: as for icon(). `isFramed`: stands out from the page.
    RowButton(const char *icon, const QString &text, bool isFramed, QWidget *parent = nullptr);

    /// The second line. Where there is too little room, those in the middle are left out, then the first piece is shortened: the last tells most.
    void setDetails(const QList<Piece> &details);

    /// For what is no longer there: it can be pressed all the same.
    void setFaded(bool isFaded);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintFrame(QPainter &painter) const;
    void paintText(QPainter &painter) const;
    int height() const;

    const char *iconName_;
    QList<Piece> details_;
    bool isFramed_;
    bool isFaded_ = false;
};

} // namespace cloop::desktop
