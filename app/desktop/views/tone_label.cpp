// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tone_label.h"

#include <QApplication>
#include <QEvent>

namespace cloop::desktop {

ToneLabel::ToneLabel(QWidget *parent) : QLabel(parent) {
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    hide();
}

void ToneLabel::say(const QString &text, Tone tone) {
    tone_ = tone;
    setText(text);
    setHidden(text.isEmpty());
    tint();
}

void ToneLabel::changeEvent(QEvent *event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange) tint();
}

void ToneLabel::tint() {
    const QColor colour = toneColour(QApplication::palette(), tone_);
    QPalette own = palette();
    if (own.color(QPalette::WindowText) == colour) return;
    own.setColor(QPalette::WindowText, colour);
    setPalette(own);
}

} // namespace cloop::desktop
