// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that is said in the colour of how things stand.

#pragma once

#include "views/looks.h"

#include <QLabel>

namespace cloop::desktop {

/// Plain text that wraps and can be marked and copied.
class ToneLabel final : public QLabel {
public:
    explicit ToneLabel(QWidget *parent = nullptr);

    /// Hidden where `text` is empty.
    void say(const QString &text, Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    Tone tone_ = Tone::neutral;
};

} // namespace cloop::desktop
