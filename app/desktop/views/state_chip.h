// SPDX-License-Identifier: GPL-3.0-or-later
// How an image stands, in a few words on a pill.

#pragma once

#include "views/looks.h"

#include <QLabel>

namespace cloop::desktop {

/// A label, so that a screen reader reads its words. Damage is hatched as well as coloured.
class StateChip final : public QLabel {
    Q_OBJECT

public:
    explicit StateChip(QWidget *parent = nullptr);

    /// `iconName`: as for icon().
    void show(Tone tone, const char *iconName, const QString &words);

    Tone tone() const { return tone_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone tone_ = Tone::neutral;
    QIcon icon_;
};

} // namespace cloop::desktop
